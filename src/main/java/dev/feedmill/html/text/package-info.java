/** Extracts plain text from HTML, and makes text valid in XML. */
@NullMarked
package dev.feedmill.html.text;

import org.jspecify.annotations.NullMarked;
