/** Copies allowed content, and tidies it. */
@NullMarked
package dev.feedmill.html.clean;

import org.jspecify.annotations.NullMarked;
