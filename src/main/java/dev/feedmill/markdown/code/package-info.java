/** Blocks of code in Markdown: their languages, captions and marks. */
@NullMarked
package dev.feedmill.markdown.code;

import org.jspecify.annotations.NullMarked;
