/** Status and metrics for operators, and the counters behind them. */
@NullMarked
package dev.feedmill.http.status;

import org.jspecify.annotations.NullMarked;
