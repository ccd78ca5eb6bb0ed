package dev.feedmill.http.caching;

import org.jspecify.annotations.Nullable;

/**
 * When the bytes of a document last changed, in seconds since the epoch, for {@code Last-Modified}.
 *
 * <p>No two versions of a document have the same time: otherwise a client that has the first of two versions made
 * within one second would get 304 for the second. The time may therefore lie one second ahead.
 *
 * @param time later than that of the previous version; a client that sends it or a later one has these bytes
 * @param before time of the previous version; 0 if there was none
 */
record LastModified(long time, long before) {
    /** A time before which none is sent, since another server may have sent it already. */
    static LastModified exactly(long time) {
        return new LastModified(time, time);
    }

    /**
     * The time to send now: never a future second (RFC 9110 section 8.8.2.1), nor one before an earlier value. Null if
     * there is no such second, after the clock was set back.
     */
    @Nullable
    Long sendable(long now) {
        if (now >= time) {
            return time;
        }
        return now == time - 1 && now >= before ? now : null;
    }

    /** The latest time that can have been sent until now. */
    long highest(long now) {
        Long sent = sendable(now);
        return sent == null ? time : sent;
    }
}
