/** What a feed says of itself and of each entry, in any format. */
@NullMarked
package dev.feedmill.feed.item;

import org.jspecify.annotations.NullMarked;
