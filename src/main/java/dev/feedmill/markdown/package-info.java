/** From Markdown, as the authors of each generator write it, to HTML; the only user of commonmark-java. */
@NullMarked
package dev.feedmill.markdown;

import org.jspecify.annotations.NullMarked;
