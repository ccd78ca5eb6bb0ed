/** Settings: combines file, environment, flags and defaults. */
@NullMarked
package dev.feedmill.config;

import org.jspecify.annotations.NullMarked;
