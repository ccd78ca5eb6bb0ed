package dev.feedmill.push.notice;

import dev.feedmill.push.client.Outcome;
import dev.feedmill.push.client.OutgoingRequest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who is told of changes. */
interface Receiver {
    /** What the log calls it; its URL may have a secret in it. */
    String title();

    /** Its name in the library. */
    String consumer();

    /** Most entries of a notice. */
    int most();

    /** How long to wait after a change for others that are told with it. */
    Duration delay();

    /** How long a notice is tried after its last change. */
    Duration patience();

    /**
     * The request that tells it of changes; null if they do not concern it.
     *
     * @param now the time of the request
     */
    @Nullable
    OutgoingRequest request(Notice notice, Instant now);

    /** What a response means. */
    Answer answer(Outcome.Answered response);

    /** What a receiver answers. */
    enum Answer {
        TAKEN,
        /** The same again after a while. */
        LATER,
        /** It refuses this notice, and would again. */
        REFUSED,
        /** It wants no more notices. */
        GONE
    }
}
