/** What {@code check} found, for people and for other programs. */
@NullMarked
package dev.feedmill.report;

import org.jspecify.annotations.NullMarked;
