/** Handlers and cache for files beside articles. */
@NullMarked
package dev.feedmill.http.files;

import org.jspecify.annotations.NullMarked;
