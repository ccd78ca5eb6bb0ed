/** The model of an article, and values that other packages share. */
@NullMarked
package dev.feedmill.article;

import org.jspecify.annotations.NullMarked;
