/** Decodes bytes in any encoding; the only user of the encoding detection library. */
@NullMarked
package dev.feedmill.encoding;

import org.jspecify.annotations.NullMarked;
