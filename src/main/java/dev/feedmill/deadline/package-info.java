/** How long the work for one answer may take. */
@NullMarked
package dev.feedmill.deadline;

import org.jspecify.annotations.NullMarked;
