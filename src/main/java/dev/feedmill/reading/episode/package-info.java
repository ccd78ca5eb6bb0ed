/** What of an article is played. */
@NullMarked
package dev.feedmill.reading.episode;

import org.jspecify.annotations.NullMarked;
