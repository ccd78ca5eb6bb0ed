/** Renders feeds from pages of articles, RSS and Atom by ROME and JDOM. */
@NullMarked
package dev.feedmill.feed;

import org.jspecify.annotations.NullMarked;
