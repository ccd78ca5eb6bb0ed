/** Notices of changed articles, which the operator wants sent to others: each receiver has its place in the change log. */
@NullMarked
package dev.feedmill.push.notice;

import org.jspecify.annotations.NullMarked;
