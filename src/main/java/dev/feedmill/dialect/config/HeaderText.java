package dev.feedmill.dialect.config;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.yaml.Fields;
import dev.feedmill.yaml.JsonReader;
import dev.feedmill.yaml.TomlReader;
import dev.feedmill.yaml.YamlLimits;
import dev.feedmill.yaml.YamlReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The front matter of a page that belongs to the configuration of a site, such as that of a section. */
final class HeaderText {
    private static final Pattern YAML =
            Pattern.compile("[\\uFEFF\\s]*+---[ \\t]*\\R(.*?)^(?:---|\\.\\.\\.)[ \\t]*$", flags());
    private static final Pattern TOML =
            Pattern.compile("[\\uFEFF\\s]*+\\+\\+\\+[ \\t]*\\R(.*?)^\\+\\+\\+[ \\t]*$", flags());

    /** Not what begins template code. */
    private static final Pattern OPEN = Pattern.compile("(?:---|\\+\\+\\+)[ \\t]*\\R|\\{(?![{%#])");

    private static final int MOST_CHARS = 1 << 18;

    private HeaderText() {}

    private static int flags() {
        return Pattern.DOTALL | Pattern.MULTILINE;
    }

    private static int line(String page, int at) {
        return 1 + (int) page.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** None where the page has none; blank lines before it are none of it. */
    static Parsed<Fields> of(String name, String page) {
        Matcher yaml = YAML.matcher(page);
        if (yaml.lookingAt()) {
            return new YamlReader(YamlLimits.of(MOST_CHARS)).read(name, line(page, yaml.start(1)), yaml.group(1));
        }
        Matcher toml = TOML.matcher(page);
        if (toml.lookingAt()) {
            return TomlReader.read(name, line(page, toml.start(1)), toml.group(1));
        }
        String text = page.replaceFirst("^[\\uFEFF\\s]+", "");
        int first = line(page, page.length() - text.length());
        int end = text.startsWith("{") ? JsonReader.end(text) : -1;
        if (end > 0) {
            return JsonReader.read(name, first, text.substring(0, end));
        }
        return OPEN.matcher(text).lookingAt()
                ? new Parsed.Refused<>(List.of(new Problem(
                        new Location(name, first), Problem.Kind.FRONT_MATTER, "the front matter must have an end")))
                : new Parsed.Read<>(Fields.empty(1), List.of());
    }
}
