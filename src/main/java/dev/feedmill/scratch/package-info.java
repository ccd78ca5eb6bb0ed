/** Files that must not outlive their use. */
@NullMarked
package dev.feedmill.scratch;

import org.jspecify.annotations.NullMarked;
