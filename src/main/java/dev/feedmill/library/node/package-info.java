/** Several servers that share a library: each follows what the others write, and one of them is the leader. */
@NullMarked
package dev.feedmill.library.node;

import org.jspecify.annotations.NullMarked;
