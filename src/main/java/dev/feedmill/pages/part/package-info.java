/** What views are made of. */
@NullMarked
package dev.feedmill.pages.part;

import org.jspecify.annotations.NullMarked;
