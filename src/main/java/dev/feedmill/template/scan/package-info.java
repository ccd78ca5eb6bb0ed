/** Finds template code in a text. */
@NullMarked
package dev.feedmill.template.scan;

import org.jspecify.annotations.NullMarked;
