/** What code this program is made of. */
@NullMarked
package dev.feedmill.code;

import org.jspecify.annotations.NullMarked;
