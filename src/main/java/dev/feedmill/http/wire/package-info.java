/** Adapters between sockets and handlers: the only package with Jetty and Javalin types, beside the server itself. */
@NullMarked
package dev.feedmill.http.wire;

import org.jspecify.annotations.NullMarked;
