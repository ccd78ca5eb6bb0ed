/** Where in a text its template code stands. */
@NullMarked
package dev.feedmill.template.scan;

import org.jspecify.annotations.NullMarked;
