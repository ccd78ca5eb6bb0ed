package dev.feedmill.library;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
final class MutableClock implements InstantSource {
    private volatile Instant now;

    MutableClock(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void set(String to) {
        now = Instant.parse(to);
    }

    void advance(Duration by) {
        now = now.plus(by);
    }
}
