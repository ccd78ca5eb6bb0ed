/** What benchmarks of several packages measure with. */
@NullMarked
package dev.feedmill.bench;

import org.jspecify.annotations.NullMarked;
