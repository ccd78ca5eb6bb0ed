/** All that must outlive a restart, in SQL, and the folder that it follows. */
@NullMarked
package dev.feedmill.library;

import org.jspecify.annotations.NullMarked;
