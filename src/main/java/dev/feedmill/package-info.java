/** The program: commands, their arguments, and exit codes. */
@NullMarked
package dev.feedmill;

import org.jspecify.annotations.NullMarked;
