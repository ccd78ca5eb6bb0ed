/** Components among Markdown: what stands in their place. */
@NullMarked
package dev.feedmill.markdown.component;

import org.jspecify.annotations.NullMarked;
