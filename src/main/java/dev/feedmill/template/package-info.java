/** Evaluates template code of other generators: tags, shortcodes and comments. */
@NullMarked
package dev.feedmill.template;

import org.jspecify.annotations.NullMarked;
