/** Parsers that validate the paths and queries of requests. */
@NullMarked
package dev.feedmill.http.query;

import org.jspecify.annotations.NullMarked;
