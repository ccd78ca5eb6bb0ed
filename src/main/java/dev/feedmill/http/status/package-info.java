/** What operators ask for, and what is counted for them. */
@NullMarked
package dev.feedmill.http.status;

import org.jspecify.annotations.NullMarked;
