/** From a page of articles to the bytes of a feed; the only room of ROME and JDOM. */
@NullMarked
package dev.feedmill.feed;

import org.jspecify.annotations.NullMarked;
