/** Builds addresses of articles from patterns, date parts and slugs. */
@NullMarked
package dev.feedmill.dialect.address;

import org.jspecify.annotations.NullMarked;
