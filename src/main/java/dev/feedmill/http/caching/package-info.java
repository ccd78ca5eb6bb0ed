/** Documents that were made, with what tells their versions apart: tags, dates, conditions, encodings. */
@NullMarked
package dev.feedmill.http.caching;

import org.jspecify.annotations.NullMarked;
