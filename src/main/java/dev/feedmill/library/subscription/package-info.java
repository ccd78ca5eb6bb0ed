/** Who is to be told of changes: topics, subscriptions, and requests for them that are not confirmed yet. */
@NullMarked
package dev.feedmill.library.subscription;

import org.jspecify.annotations.NullMarked;
