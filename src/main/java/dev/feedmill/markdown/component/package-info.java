/** Replaces components in Markdown. */
@NullMarked
package dev.feedmill.markdown.component;

import org.jspecify.annotations.NullMarked;
