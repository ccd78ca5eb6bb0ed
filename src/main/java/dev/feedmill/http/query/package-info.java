/** What may be asked for by a path and a query, read and checked. */
@NullMarked
package dev.feedmill.http.query;

import org.jspecify.annotations.NullMarked;
