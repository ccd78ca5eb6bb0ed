/** Defines the elements and attributes that a body may have, and their valid values, above all URLs. */
@NullMarked
package dev.feedmill.html.allowed;

import org.jspecify.annotations.NullMarked;
