/** Globs of paths, in the forms in which settings and generators have them. */
@NullMarked
package dev.feedmill.dialect.glob;

import org.jspecify.annotations.NullMarked;
