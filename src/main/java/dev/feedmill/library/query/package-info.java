/** Queries of the library. */
@NullMarked
package dev.feedmill.library.query;

import org.jspecify.annotations.NullMarked;
