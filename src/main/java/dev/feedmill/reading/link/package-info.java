/** Resolves an article's address, links, pictures and files. */
@NullMarked
package dev.feedmill.reading.link;

import org.jspecify.annotations.NullMarked;
