package dev.feedmill.config;

import dev.feedmill.setting.Setting;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A setting of earlier versions: a configuration that still contains it works, with a warning.
 *
 * @param successor the setting that takes its value now; null if none does
 * @param fate predicate of the message about it, which begins with its name
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

    /** The retired setting of this name; null if there never was one. */
    static @Nullable Retired named(String name) {
        return ALL.get(name);
    }

    /** The retired setting with this environment variable; null if there never was one. */
    static @Nullable Retired ofVariable(String variable) {
        return ALL.values().stream()
                .filter(retired -> Setting.variable(retired.name()).equals(variable))
                .findFirst()
                .orElse(null);
    }
}
