/** From the bytes of a file to an article. */
@NullMarked
package dev.feedmill.reading;

import org.jspecify.annotations.NullMarked;
