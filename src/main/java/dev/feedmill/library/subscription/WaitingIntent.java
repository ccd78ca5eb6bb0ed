package dev.feedmill.library.subscription;

/**
 * An intent that its callback has not confirmed.
 *
 * @param number never another intent's
 * @param attempts how often the callback was asked in vain
 */
public record WaitingIntent(long number, Intent intent, int attempts) {}
