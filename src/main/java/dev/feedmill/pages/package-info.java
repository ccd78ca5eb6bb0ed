/** The HTML pages. */
@NullMarked
package dev.feedmill.pages;

import org.jspecify.annotations.NullMarked;
