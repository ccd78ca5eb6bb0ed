/** Exclusions: the path patterns of every generator, and the files that they match. */
@NullMarked
package dev.feedmill.dialect.exclude;

import org.jspecify.annotations.NullMarked;
