package dev.feedmill.library.subscription;

/**
 * How many subscriptions, and intents that are not confirmed, there may be.
 *
 * @param maxSubscriptions in all
 * @param maxTopics different feeds that are subscribed to: each costs a rendering when it may have changed
 * @param maxPerTopic subscriptions of one topic
 * @param maxPerHost subscriptions whose callbacks are on one host
 * @param maxIntents in all
 * @param maxIntentsPerHost whose callbacks are on one host
 * @param maxIntentsPerClient that came from one address
 */
public record SubscriptionLimits(
        int maxSubscriptions,
        int maxTopics,
        int maxPerTopic,
        int maxPerHost,
        int maxIntents,
        int maxIntentsPerHost,
        int maxIntentsPerClient) {}
