/** Files beside articles: safe access within the folder, and their metadata. Which types are served is in {@code web}. */
@NullMarked
package dev.feedmill.media;

import org.jspecify.annotations.NullMarked;
