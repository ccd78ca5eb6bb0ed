/** Handlers for feeds and lists of feeds. */
@NullMarked
package dev.feedmill.http.feeds;

import org.jspecify.annotations.NullMarked;
