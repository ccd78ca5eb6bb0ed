/** How addresses are made of articles: patterns, parts of dates and slugs. */
@NullMarked
package dev.feedmill.dialect.address;

import org.jspecify.annotations.NullMarked;
