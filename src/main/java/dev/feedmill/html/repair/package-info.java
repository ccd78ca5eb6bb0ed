/** Restores in bodies what scripts, styles and other programs would have shown. */
@NullMarked
package dev.feedmill.html.repair;

import org.jspecify.annotations.NullMarked;
