/** Rows of the tables, each mapped in one class. */
@NullMarked
package dev.feedmill.library.table;

import org.jspecify.annotations.NullMarked;
