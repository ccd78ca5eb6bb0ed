/** Code blocks in Markdown: languages, captions and marks. */
@NullMarked
package dev.feedmill.markdown.code;

import org.jspecify.annotations.NullMarked;
