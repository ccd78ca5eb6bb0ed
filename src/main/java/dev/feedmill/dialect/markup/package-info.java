/** Which Markdown the configuration of a site means. */
@NullMarked
package dev.feedmill.dialect.markup;

import org.jspecify.annotations.NullMarked;
