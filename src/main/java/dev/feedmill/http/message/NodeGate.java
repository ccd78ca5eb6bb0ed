package dev.feedmill.http.message;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.PathPrefix;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests wait until this server knows all that other servers of its library can have shown. It is open as long as
 * this server is the only one. Thread-safe.
 */
public final class NodeGate {
    private static final Set<String> OF_THIS_SERVER = Stream.of(
                    FixedAddress.HEALTH,
                    FixedAddress.LIVENESS,
                    FixedAddress.READINESS,
                    FixedAddress.STATUS,
                    FixedAddress.STATUS_JSON,
                    FixedAddress.METRICS)
            .map(FixedAddress::rooted)
            .collect(Collectors.toUnmodifiableSet());

    private volatile @Nullable Nodes nodes;

    /** The servers that share the library, this one among them. */
    public interface Nodes {
        /**
         * Calls back with whether a request that has come may be answered; not if this server cannot learn in time what
         * others have changed. The callback must not block.
         */
        void whenCurrent(Consumer<Boolean> then);

        /** How many there are now. */
        int count();

        /** Time since this server last knew all that others have changed. */
        Duration sinceCurrent();
    }

    /** Has requests wait from now on. */
    public void close(Nodes others) {
        nodes = others;
    }

    /** Whether no request waits. */
    public boolean isOpen() {
        return nodes == null;
    }

    /**
     * Whether a request does not wait: none does, or it asks for the state of this server, or for what only its version
     * decides.
     *
     * @param path below the base path, with a leading slash
     */
    public boolean isOpenFor(String path) {
        return isOpen() || OF_THIS_SERVER.contains(path) || path.startsWith(PathPrefix.ASSETS.slashed());
    }

    /** Calls back as {@link Nodes#whenCurrent}, at once if the gate is open. */
    public void whenCurrent(Consumer<Boolean> then) {
        Nodes others = nodes;
        if (others == null) {
            then.accept(true);
        } else {
            others.whenCurrent(then);
        }
    }

    /** Time since this server last knew all that others have changed; zero if it is the only one. */
    public Duration sinceCurrent() {
        Nodes others = nodes;
        return others == null ? Duration.ZERO : others.sinceCurrent();
    }

    /** Among how many servers the requests of a client are divided. */
    public int servers() {
        Nodes others = nodes;
        return others == null ? 1 : Math.max(1, others.count());
    }

    /** The response to a request that waited in vain. */
    public static HttpResponse behind() {
        return ProblemResponses.of(
                503, "this server does not know what changed last; ask again", Map.of("Retry-After", "1"));
    }
}
