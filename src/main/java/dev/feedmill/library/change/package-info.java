/** The change log: what each commit changed for clients, and the entries that it took from feeds. */
@NullMarked
package dev.feedmill.library.change;

import org.jspecify.annotations.NullMarked;
