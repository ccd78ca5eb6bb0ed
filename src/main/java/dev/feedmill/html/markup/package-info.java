/** Repairs HTML as text, so that it parses into the intended tree. */
@NullMarked
package dev.feedmill.html.markup;

import org.jspecify.annotations.NullMarked;
