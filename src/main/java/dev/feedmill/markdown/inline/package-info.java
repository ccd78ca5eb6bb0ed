/** Inline syntax of Markdown dialects beyond CommonMark. */
@NullMarked
package dev.feedmill.markdown.inline;

import org.jspecify.annotations.NullMarked;
