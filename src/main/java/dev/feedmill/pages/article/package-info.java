/** The page of an article: its text with what stands around it. */
@NullMarked
package dev.feedmill.pages.article;

import org.jspecify.annotations.NullMarked;
