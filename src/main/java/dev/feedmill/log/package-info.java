/** The program's log: its configuration and the format of its lines. */
@NullMarked
package dev.feedmill.log;

import org.jspecify.annotations.NullMarked;
