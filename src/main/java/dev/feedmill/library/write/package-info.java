/** Everything that changes the library. */
@NullMarked
package dev.feedmill.library.write;

import org.jspecify.annotations.NullMarked;
