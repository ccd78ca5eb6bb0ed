/** What dialects of Markdown know within a line besides CommonMark. */
@NullMarked
package dev.feedmill.markdown.inline;

import org.jspecify.annotations.NullMarked;
