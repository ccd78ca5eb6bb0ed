/** Plain text out of HTML, and text that XML can hold. */
@NullMarked
package dev.feedmill.html.text;

import org.jspecify.annotations.NullMarked;
