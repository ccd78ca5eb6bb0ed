/** Checks podcasts against the requirements of directories: PSP-1 and Apple's. */
@NullMarked
package dev.feedmill.podcast;

import org.jspecify.annotations.NullMarked;
