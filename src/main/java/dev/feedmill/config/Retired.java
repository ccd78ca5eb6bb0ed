package dev.feedmill.config;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A setting of earlier versions: a configuration that still has it works on, with a warning.
 *
 * @param successor the setting that its value is for now; null where nothing takes it any more
 * @param fate what became of it, as a message goes on after its name
 */
record Retired(String name, @Nullable String successor, String fate) {
    private static final Map<String, Retired> ALL = Stream.of(
                    gone(
                            "html.player-hosts",
                            "is gone: frames of all hosts become links, but for those of 'html.blocked-hosts'"),
                    moved("server.answer-time", "limits.answer-time"),
                    moved("server.head-time", "limits.head-time"),
                    moved("server.send-time", "limits.send-time"),
                    moved("server.concurrent-answers", "limits.concurrent-answers"),
                    moved("server.waiting-requests", "limits.waiting-requests"))
            .collect(Collectors.toUnmodifiableMap(Retired::name, retired -> retired));

    private static Retired gone(String name, String fate) {
        return new Retired(name, null, fate);
    }

    private static Retired moved(String name, String successor) {
        return new Retired(name, successor, "is called '" + successor + "' now");
    }

    /** Null where no earlier version had such a setting. */
    static @Nullable Retired named(String name) {
        return ALL.get(name);
    }

    /** Null where no setting of earlier versions was set by such a variable. */
    static @Nullable Retired ofVariable(String variable) {
        return ALL.values().stream()
                .filter(retired -> Setting.variable(retired.name()).equals(variable))
                .findFirst()
                .orElse(null);
    }
}
