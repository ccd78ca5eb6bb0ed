/** Files beside articles: which types are served, their metadata, and safe access within the folder. */
@NullMarked
package dev.feedmill.media;

import org.jspecify.annotations.NullMarked;
