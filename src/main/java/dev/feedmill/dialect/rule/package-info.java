/** What can be said of a generator. */
@NullMarked
package dev.feedmill.dialect.rule;

import org.jspecify.annotations.NullMarked;
