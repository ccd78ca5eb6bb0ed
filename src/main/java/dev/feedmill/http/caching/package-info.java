/** The document cache and conditional requests: ETags, dates, deltas, codings. */
@NullMarked
package dev.feedmill.http.caching;

import org.jspecify.annotations.NullMarked;
