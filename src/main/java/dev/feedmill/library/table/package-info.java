/** The lines of the tables, each read and written in one place. */
@NullMarked
package dev.feedmill.library.table;

import org.jspecify.annotations.NullMarked;
