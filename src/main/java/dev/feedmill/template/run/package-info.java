/** Evaluates a text with template code. */
@NullMarked
package dev.feedmill.template.run;

import org.jspecify.annotations.NullMarked;
