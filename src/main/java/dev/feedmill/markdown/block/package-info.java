/** Blocks that dialects of Markdown know besides CommonMark's. */
@NullMarked
package dev.feedmill.markdown.block;

import org.jspecify.annotations.NullMarked;
