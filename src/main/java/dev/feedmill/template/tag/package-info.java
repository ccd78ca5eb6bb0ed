/** What tags and shortcodes show. */
@NullMarked
package dev.feedmill.template.tag;

import org.jspecify.annotations.NullMarked;
