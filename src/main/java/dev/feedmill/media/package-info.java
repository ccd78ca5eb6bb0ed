/** Files that lie beside articles: which kinds are served, what each is, and how it is opened without a way out of the folder. */
@NullMarked
package dev.feedmill.media;

import org.jspecify.annotations.NullMarked;
