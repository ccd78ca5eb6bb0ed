/** Simplified and traditional Chinese: the only user of opencc4j. */
@NullMarked
package dev.feedmill.script;

import org.jspecify.annotations.NullMarked;
