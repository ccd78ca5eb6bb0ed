/** Words of texts and of questions, the same for every database: Chinese as overlapping pairs of characters. */
@NullMarked
package dev.feedmill.search;

import org.jspecify.annotations.NullMarked;
