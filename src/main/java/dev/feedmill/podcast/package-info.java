/** Holds podcasts against what directories ask for: PSP-1 and Apple's requirements. */
@NullMarked
package dev.feedmill.podcast;

import org.jspecify.annotations.NullMarked;
