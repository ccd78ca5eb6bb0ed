/** Renders Markdown, in the dialect of each generator, as HTML; the only user of commonmark-java. */
@NullMarked
package dev.feedmill.markdown;

import org.jspecify.annotations.NullMarked;
