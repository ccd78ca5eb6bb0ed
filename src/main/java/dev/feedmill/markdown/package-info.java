/** Renders Markdown, in the dialect of each generator, as HTML, by commonmark-java. */
@NullMarked
package dev.feedmill.markdown;

import org.jspecify.annotations.NullMarked;
