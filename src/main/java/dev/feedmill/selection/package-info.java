/** Queries for articles and their results: terms, conditions, pages. */
@NullMarked
package dev.feedmill.selection;

import org.jspecify.annotations.NullMarked;
