/** The words of articles, for conditions that ask for them. */
@NullMarked
package dev.feedmill.library.words;

import org.jspecify.annotations.NullMarked;
