/** Watches the folder for changes. */
@NullMarked
package dev.feedmill.folder.watch;

import org.jspecify.annotations.NullMarked;
