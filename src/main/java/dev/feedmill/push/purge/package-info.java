/** Purges of caches in front: they are told what a change makes stale. */
@NullMarked
package dev.feedmill.push.purge;

import org.jspecify.annotations.NullMarked;
