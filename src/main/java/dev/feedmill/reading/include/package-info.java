/** Files that articles include. */
@NullMarked
package dev.feedmill.reading.include;

import org.jspecify.annotations.NullMarked;
