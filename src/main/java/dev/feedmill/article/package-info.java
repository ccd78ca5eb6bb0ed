/** The values that the other packages speak of. */
@NullMarked
package dev.feedmill.article;

import org.jspecify.annotations.NullMarked;
