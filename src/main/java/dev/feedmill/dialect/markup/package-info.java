/** Derives the Markdown rules from the configuration of a site. */
@NullMarked
package dev.feedmill.dialect.markup;

import org.jspecify.annotations.NullMarked;
