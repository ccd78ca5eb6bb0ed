/** Splits a file into front matter and body, and reports its problems. */
@NullMarked
package dev.feedmill.reading.header;

import org.jspecify.annotations.NullMarked;
