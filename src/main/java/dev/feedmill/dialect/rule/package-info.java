/** The rules that a dialect consists of. */
@NullMarked
package dev.feedmill.dialect.rule;

import org.jspecify.annotations.NullMarked;
