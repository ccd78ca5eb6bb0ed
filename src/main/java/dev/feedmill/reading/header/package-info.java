/** A file, cut into front matter and body, and what is wrong with it. */
@NullMarked
package dev.feedmill.reading.header;

import org.jspecify.annotations.NullMarked;
