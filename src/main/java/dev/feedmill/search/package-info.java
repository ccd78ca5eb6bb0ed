/** Tokenizes texts and queries, in the same form for every database: Chinese as overlapping pairs of characters. */
@NullMarked
package dev.feedmill.search;

import org.jspecify.annotations.NullMarked;
