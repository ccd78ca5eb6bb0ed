/** Reads the bytes of a file as an article. */
@NullMarked
package dev.feedmill.reading;

import org.jspecify.annotations.NullMarked;
