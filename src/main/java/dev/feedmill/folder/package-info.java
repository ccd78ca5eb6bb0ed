/** Keeps the library equal to the folder. */
@NullMarked
package dev.feedmill.folder;

import org.jspecify.annotations.NullMarked;
