/** Files that articles take in. */
@NullMarked
package dev.feedmill.reading.include;

import org.jspecify.annotations.NullMarked;
