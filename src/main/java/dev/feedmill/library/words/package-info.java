/** Full-text index of articles, for conditions with search words. */
@NullMarked
package dev.feedmill.library.words;

import org.jspecify.annotations.NullMarked;
