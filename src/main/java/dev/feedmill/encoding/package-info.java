/** From bytes to text, whatever encoding they are in; the only user of the library that guesses encodings. */
@NullMarked
package dev.feedmill.encoding;

import org.jspecify.annotations.NullMarked;
