/** Interprets the body of an article. */
@NullMarked
package dev.feedmill.reading.text;

import org.jspecify.annotations.NullMarked;
