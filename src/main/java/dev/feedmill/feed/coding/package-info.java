/** Documents as bytes: XML, JSON and their compressed forms. */
@NullMarked
package dev.feedmill.feed.coding;

import org.jspecify.annotations.NullMarked;
