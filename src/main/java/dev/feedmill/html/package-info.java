/** The only room of jsoup: what may be in a body, and the summaries made from it. */
@NullMarked
package dev.feedmill.html;

import org.jspecify.annotations.NullMarked;
