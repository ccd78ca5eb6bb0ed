/** Identity of articles: which article a file is. */
@NullMarked
package dev.feedmill.library.identity;

import org.jspecify.annotations.NullMarked;
