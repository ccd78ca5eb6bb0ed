/** Pages for people. */
@NullMarked
package dev.feedmill.http.pages;

import org.jspecify.annotations.NullMarked;
