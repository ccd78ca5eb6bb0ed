/** Blocks of Markdown dialects beyond CommonMark. */
@NullMarked
package dev.feedmill.markdown.block;

import org.jspecify.annotations.NullMarked;
