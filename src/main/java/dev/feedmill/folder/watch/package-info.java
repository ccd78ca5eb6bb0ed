/** Hears of what happens in the folder. */
@NullMarked
package dev.feedmill.folder.watch;

import org.jspecify.annotations.NullMarked;
