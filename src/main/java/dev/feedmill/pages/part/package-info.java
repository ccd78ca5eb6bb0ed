/** Parts of views. */
@NullMarked
package dev.feedmill.pages.part;

import org.jspecify.annotations.NullMarked;
