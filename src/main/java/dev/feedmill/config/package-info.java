/** The settings: file, environment, flags and defaults become one value. */
@NullMarked
package dev.feedmill.config;

import org.jspecify.annotations.NullMarked;
