/** Moving in from another publisher of feeds: what its feed says beside what comes out here, and ids that go into files. */
@NullMarked
package dev.feedmill.moving;

import org.jspecify.annotations.NullMarked;
