/** The HTML that people see. */
@NullMarked
package dev.feedmill.pages;

import org.jspecify.annotations.NullMarked;
