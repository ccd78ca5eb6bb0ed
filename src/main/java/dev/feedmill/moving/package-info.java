/** Migration from another publisher: comparison of its feed with Feedmill's, and ids written into files. */
@NullMarked
package dev.feedmill.moving;

import org.jspecify.annotations.NullMarked;
