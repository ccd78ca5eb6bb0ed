package dev.feedmill.http;

import dev.feedmill.config.Settings;
import dev.feedmill.config.SettingsReader;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.problem.Parsed;
import java.util.Map;

/** Rules of a server for tests. */
final class Rules {
    private Rules() {}

    /** The rules of these settings, by their names; of the others, the defaults. */
    static ServerRules of(Map<String, String> given) {
        Parsed<Settings> parsed = SettingsReader.read("test", null, Map.of(), given, Map.of());
        return ((Parsed.Read<Settings>) parsed).value().serving();
    }
}
