package dev.feedmill.library;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class MutableClock implements InstantSource {
    private volatile Instant now;

    public MutableClock(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void set(String to) {
        now = Instant.parse(to);
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }
}
