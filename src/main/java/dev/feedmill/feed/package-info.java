/** Renders feeds from pages of articles; the only package with ROME and JDOM. */
@NullMarked
package dev.feedmill.feed;

import org.jspecify.annotations.NullMarked;
