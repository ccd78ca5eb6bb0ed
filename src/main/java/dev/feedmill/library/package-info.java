/** The SQL store of articles and of all other state that must outlive a restart. */
@NullMarked
package dev.feedmill.library;

import org.jspecify.annotations.NullMarked;
