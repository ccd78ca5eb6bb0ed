/** Dialects: how each site generator interprets its files. The only package that knows generators by name. */
@NullMarked
package dev.feedmill.dialect;

import org.jspecify.annotations.NullMarked;
