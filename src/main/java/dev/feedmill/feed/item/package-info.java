/** Feeds and their entries, independent of the format. */
@NullMarked
package dev.feedmill.feed.item;

import org.jspecify.annotations.NullMarked;
