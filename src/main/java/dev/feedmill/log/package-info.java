/** The program's log: how its lines look, and what is worth one. */
@NullMarked
package dev.feedmill.log;

import org.jspecify.annotations.NullMarked;
