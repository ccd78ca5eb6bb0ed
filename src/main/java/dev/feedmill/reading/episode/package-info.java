/** Podcast data of an article: episode, enclosures, chapters, payment. */
@NullMarked
package dev.feedmill.reading.episode;

import org.jspecify.annotations.NullMarked;
