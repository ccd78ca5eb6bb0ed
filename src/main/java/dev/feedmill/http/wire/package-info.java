/** Connections: the fast path, and adapters between Jetty, Javalin and the handlers. */
@NullMarked
package dev.feedmill.http.wire;

import org.jspecify.annotations.NullMarked;
