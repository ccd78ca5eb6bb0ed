/** The server: routes, conditional requests, cached documents, errors. */
@NullMarked
package dev.feedmill.http;

import org.jspecify.annotations.NullMarked;
