/** The static export: the responses of a server as files that any web server can serve. */
@NullMarked
package dev.feedmill.export;

import org.jspecify.annotations.NullMarked;
