/** What can be asked of all articles, and what comes back: terms, conditions, pages. */
@NullMarked
package dev.feedmill.selection;

import org.jspecify.annotations.NullMarked;
