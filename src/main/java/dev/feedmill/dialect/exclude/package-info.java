/** What configurations leave out: the patterns of paths of every generator, and the files that they name. */
@NullMarked
package dev.feedmill.dialect.exclude;

import org.jspecify.annotations.NullMarked;
