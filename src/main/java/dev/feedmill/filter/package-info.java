/** Filters entries by the query parameters of RSSHub, and matches paths with globs. */
@NullMarked
package dev.feedmill.filter;

import org.jspecify.annotations.NullMarked;
