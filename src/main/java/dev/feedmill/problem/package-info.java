/** What was found wrong in what people wrote: where it stands and what is wanted. */
@NullMarked
package dev.feedmill.problem;

import org.jspecify.annotations.NullMarked;
