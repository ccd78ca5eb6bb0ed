package dev.feedmill.library.subscription;

/** Why an intent is not taken. */
public enum Refusal {
    TOO_MANY_INTENTS("too many requests wait for their callbacks"),
    TOO_MANY_INTENTS_OF_HOST("too many requests wait for callbacks of this host"),
    TOO_MANY_INTENTS_OF_CLIENT("too many requests from your address wait for their callbacks"),
    FAILED_JUST_NOW("the callback did not confirm the last request"),
    TOO_MANY_TOPICS("there are too many topics"),
    TOO_MANY("there are too many subscriptions"),
    TOO_MANY_OF_TOPIC("there are too many subscriptions of this topic"),
    TOO_MANY_OF_HOST("there are too many subscriptions with callbacks of this host");

    private final String said;

    Refusal(String said) {
        this.said = said;
    }

    /** The reason in words. */
    public String said() {
        return said;
    }
}
