/** What each site generator means by its files; the only room that knows a generator's name. */
@NullMarked
package dev.feedmill.dialect;

import org.jspecify.annotations.NullMarked;
