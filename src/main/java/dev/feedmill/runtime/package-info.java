/** What the running program knows of itself: how much time its work has, where it puts temporary files, which code it is. */
@NullMarked
package dev.feedmill.runtime;

import org.jspecify.annotations.NullMarked;
