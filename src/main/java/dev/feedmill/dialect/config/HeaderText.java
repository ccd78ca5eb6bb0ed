package dev.feedmill.dialect.config;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.yaml.FencedHeader;
import dev.feedmill.yaml.JsonReader;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.TomlReader;
import dev.feedmill.yaml.YamlLimits;
import dev.feedmill.yaml.YamlReader;
import java.util.List;

/** Front matter of a configuration page, such as that of a section. */
final class HeaderText {
    private static final int MAX_CHARS = 1 << 18;

    private HeaderText() {}

    /** Parses the front matter; no fields if the page has none. */
    static Parsed<Mapping> of(String name, String page) {
        String text = page.startsWith("\ufeff") ? page.substring(1) : page;
        FencedHeader header = FencedHeader.of(text, MAX_CHARS);
        if (header instanceof FencedHeader.Refused refused) {
            return refused(name, refused.line(), refused.kind(), refused.message());
        }
        if (header instanceof FencedHeader.Found found) {
            return switch (found.syntax()) {
                case YAML -> new YamlReader(YamlLimits.of(MAX_CHARS)).read(name, found.headerLine(), found.header());
                case TOML -> TomlReader.read(name, found.headerLine(), found.header());
                case JSON -> JsonReader.read(name, found.headerLine(), found.header());
            };
        }
        String start = text.stripLeading();
        boolean template = start.startsWith("{{") || start.startsWith("{%") || start.startsWith("{#");
        int line = 1
                + (int) text.substring(0, text.length() - start.length())
                        .lines()
                        .count();
        return start.startsWith("{") && !template
                ? refused(name, line, Problem.Kind.FRONT_MATTER, "front matter that begins with '{' must be JSON")
                : new Parsed.Read<>(Mapping.empty(1), List.of());
    }

    private static Parsed<Mapping> refused(String name, int line, Problem.Kind kind, String message) {
        return new Parsed.Refused<>(List.of(new Problem(new Location(name, line), kind, message)));
    }
}
