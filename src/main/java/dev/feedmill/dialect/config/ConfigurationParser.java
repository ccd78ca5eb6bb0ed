package dev.feedmill.dialect.config;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.yaml.FencedHeader;
import dev.feedmill.yaml.JsonReader;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.TomlReader;
import dev.feedmill.yaml.YamlLimits;
import dev.feedmill.yaml.YamlReader;
import java.util.List;
import java.util.Locale;

/** Parser of configuration files in YAML, TOML or JSON, and of the front matter of configuration pages. */
final class ConfigurationParser {
    private static final int MAX_HEADER_CHARS = 1 << 18;

    private final long maxBytes;

    ConfigurationParser(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Parses a mapping; no generator accepts a list as its configuration. */
    Parsed<Mapping> mapping(String name, String text) {
        Parsed<Node> whole = whole(name, text);
        if (!(whole instanceof Parsed.Read<Node> valid)) {
            return new Parsed.Refused<>(whole.problems());
        }
        return valid.value() instanceof Mapping fields
                ? new Parsed.Read<>(fields, whole.problems())
                : new Parsed.Refused<>(List.of(new Problem(
                        new Location(name, valid.value().line()),
                        Problem.Kind.FRONT_MATTER,
                        "the text must be a mapping of keys to values")));
    }

    /** Parses a mapping or a list, in the format that the ending of the name says. */
    Parsed<Node> whole(String name, String text) {
        if (text.isBlank()) {
            return new Parsed.Read<>(Mapping.empty(1), List.of());
        }
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "toml" -> toml(name, text);
            case "json" -> JsonReader.whole(name, text);
            default -> new YamlReader(YamlLimits.of((int) maxBytes)).whole(name, 1, text);
        };
    }

    private static Parsed<Node> toml(String name, String text) {
        Parsed<Mapping> parsed = TomlReader.read(name, 1, text);
        return parsed instanceof Parsed.Read<Mapping> valid
                ? new Parsed.Read<>(valid.value(), valid.problems())
                : new Parsed.Refused<>(parsed.problems());
    }

    /** Parses the front matter of a configuration page, such as that of a section; no fields if it has none. */
    static Parsed<Mapping> header(String name, String page) {
        String text = page.startsWith("\ufeff") ? page.substring(1) : page;
        FencedHeader header = FencedHeader.of(text, MAX_HEADER_CHARS);
        if (header instanceof FencedHeader.Refused refused) {
            return refused(name, refused.line(), refused.kind(), refused.message());
        }
        if (header instanceof FencedHeader.Found found) {
            return switch (found.syntax()) {
                case YAML ->
                    new YamlReader(YamlLimits.of(MAX_HEADER_CHARS)).read(name, found.headerLine(), found.header());
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
