/** Feeds and lists of feeds, by term, selection and name. */
@NullMarked
package dev.feedmill.http.feeds;

import org.jspecify.annotations.NullMarked;
