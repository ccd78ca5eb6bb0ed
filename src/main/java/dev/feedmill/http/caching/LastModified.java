package dev.feedmill.http.caching;

import org.jspecify.annotations.Nullable;

/**
 * When the bytes of a document became what they are, in seconds since the epoch as {@code Last-Modified} tells it.
 *
 * <p>No two versions of a document have the same time: who has the first of two that were made within a second would be
 * told that nothing changed. So the time may be the second to come.
 *
 * @param time behind that of the version before; who names it or a later one has these bytes
 * @param before that of the version before; 0 where there was none
 */
record LastModified(long time, long before) {
    /**
     * What may be told at a time: never a second that has not begun (RFC 9110 section 8.8.2.1), nor one before what was
     * told already. Null where there is no such second, after a clock was set back.
     */
    @Nullable
    Long told(long now) {
        if (now >= time) {
            return time;
        }
        return now == time - 1 && now >= before ? now : null;
    }

    /** The latest that can have been told until then. */
    long highest(long now) {
        Long told = told(now);
        return told == null ? time : told;
    }
}
