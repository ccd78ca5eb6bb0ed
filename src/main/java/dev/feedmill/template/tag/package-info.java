/** Writes the output of tags and shortcodes. */
@NullMarked
package dev.feedmill.template.tag;

import org.jspecify.annotations.NullMarked;
