/** The HTTP server: how its parts are put together, and its routes. */
@NullMarked
package dev.feedmill.http;

import org.jspecify.annotations.NullMarked;
