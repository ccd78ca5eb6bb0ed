package dev.feedmill.push.hub;

/**
 * How much a hub has to do.
 *
 * @param topics feeds that somebody subscribed to
 * @param intents that no callback has confirmed
 * @param deliveries that wait, or are in progress: one for each subscriber who lacks something
 */
public record HubCounts(long topics, long subscriptions, long intents, long deliveries) {}
