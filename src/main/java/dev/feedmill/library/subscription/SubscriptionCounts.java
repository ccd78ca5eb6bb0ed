package dev.feedmill.library.subscription;

/** How many topics, subscriptions and intents that are not confirmed there are. */
public record SubscriptionCounts(long topics, long subscriptions, long intents) {}
