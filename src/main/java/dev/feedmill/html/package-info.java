/** Sanitizes bodies and makes summaries of them; the only package that uses jsoup. */
@NullMarked
package dev.feedmill.html;

import org.jspecify.annotations.NullMarked;
