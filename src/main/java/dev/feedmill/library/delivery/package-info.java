/** Deliveries to subscribers, stored so that none is lost over a kill: versions of topics, and chunks of subscribers. */
@NullMarked
package dev.feedmill.library.delivery;

import org.jspecify.annotations.NullMarked;
