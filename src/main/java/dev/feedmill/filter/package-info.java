/** Which entries somebody wants to see, by the parameters that RSSHub made known. */
@NullMarked
package dev.feedmill.filter;

import org.jspecify.annotations.NullMarked;
