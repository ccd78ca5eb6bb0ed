/** The runtime environment: deadlines, temporary files, native code and the digest of the program's code. */
@NullMarked
package dev.feedmill.runtime;

import org.jspecify.annotations.NullMarked;
