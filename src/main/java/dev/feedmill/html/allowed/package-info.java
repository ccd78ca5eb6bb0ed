/** What elements and attributes a body may have, and what they may hold: addresses above all. */
@NullMarked
package dev.feedmill.html.allowed;

import org.jspecify.annotations.NullMarked;
