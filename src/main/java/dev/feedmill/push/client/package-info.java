/** The outgoing HTTP client: the only room of Jetty's client. */
@NullMarked
package dev.feedmill.push.client;

import org.jspecify.annotations.NullMarked;
