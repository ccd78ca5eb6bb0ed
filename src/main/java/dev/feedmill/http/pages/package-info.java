/** Handlers for the HTML pages. */
@NullMarked
package dev.feedmill.http.pages;

import org.jspecify.annotations.NullMarked;
