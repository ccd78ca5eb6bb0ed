/** Reads the configuration of a site as plain data, without running code. */
@NullMarked
package dev.feedmill.dialect.config;

import org.jspecify.annotations.NullMarked;
