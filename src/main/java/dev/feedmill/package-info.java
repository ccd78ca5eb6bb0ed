/** The program: arguments, exit codes, and the composition root. */
@NullMarked
package dev.feedmill;

import org.jspecify.annotations.NullMarked;
