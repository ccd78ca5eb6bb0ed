/** The WebSub hub (w3.org/TR/websub): verification of subscriptions, and delivery of what is new to subscribers. */
@NullMarked
package dev.feedmill.push.hub;

import org.jspecify.annotations.NullMarked;
