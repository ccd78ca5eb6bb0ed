/** URLs and media types by the standards of the web. */
@NullMarked
package dev.feedmill.web;

import org.jspecify.annotations.NullMarked;
