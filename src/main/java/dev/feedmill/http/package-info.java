/** The HTTP server: routes, conditional requests, document cache, errors. */
@NullMarked
package dev.feedmill.http;

import org.jspecify.annotations.NullMarked;
