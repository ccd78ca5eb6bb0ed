/**
 * Random histories of a folder of articles, with a model of which file is which article, and a reader that remembers every
 * response. Nothing here depends on the implementation.
 */
@NullMarked
package dev.feedmill.history;

import org.jspecify.annotations.NullMarked;
