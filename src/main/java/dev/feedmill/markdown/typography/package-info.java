/** Sets quotes, dashes and ellipses as each generator does. */
@NullMarked
package dev.feedmill.markdown.typography;

import org.jspecify.annotations.NullMarked;
