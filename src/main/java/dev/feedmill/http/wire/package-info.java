/** Between the sockets and what is answered: the only room of Jetty and Javalin beside the server itself. */
@NullMarked
package dev.feedmill.http.wire;

import org.jspecify.annotations.NullMarked;
