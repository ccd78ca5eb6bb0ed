/** The program: arguments and exit codes, and the root where the parts are put together. */
@NullMarked
package dev.feedmill;

import org.jspecify.annotations.NullMarked;
