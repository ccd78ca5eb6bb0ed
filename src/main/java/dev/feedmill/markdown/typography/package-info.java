/** Quotes, dashes and ellipses as each generator sets them. */
@NullMarked
package dev.feedmill.markdown.typography;

import org.jspecify.annotations.NullMarked;
