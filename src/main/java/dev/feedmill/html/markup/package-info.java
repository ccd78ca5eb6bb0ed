/** HTML as a text, before it is a tree: what of it must be mended for the tree to be the one that was meant. */
@NullMarked
package dev.feedmill.html.markup;

import org.jspecify.annotations.NullMarked;
