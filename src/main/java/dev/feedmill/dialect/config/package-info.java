/** What the configuration of a site says in plain data; nothing of it is run. */
@NullMarked
package dev.feedmill.dialect.config;

import org.jspecify.annotations.NullMarked;
