/** Problems in what people wrote: location, kind and message. */
@NullMarked
package dev.feedmill.problem;

import org.jspecify.annotations.NullMarked;
