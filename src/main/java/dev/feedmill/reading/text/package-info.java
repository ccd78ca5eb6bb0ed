/** The body of an article as its author means it. */
@NullMarked
package dev.feedmill.reading.text;

import org.jspecify.annotations.NullMarked;
