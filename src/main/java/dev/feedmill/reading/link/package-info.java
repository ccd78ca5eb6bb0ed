/** Where an article lives, and where its links, pictures and files lead. */
@NullMarked
package dev.feedmill.reading.link;

import org.jspecify.annotations.NullMarked;
