package dev.feedmill.dialect.config;

import dev.feedmill.problem.Parsed;
import dev.feedmill.yaml.Fields;
import dev.feedmill.yaml.JsonReader;
import dev.feedmill.yaml.TomlReader;
import dev.feedmill.yaml.YamlLimits;
import dev.feedmill.yaml.YamlReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The front matter of a page that belongs to the configuration of a site, such as that of a section. */
final class HeaderText {
    private static final Pattern YAML =
            Pattern.compile("[\\uFEFF\\s]*+---[ \\t]*\\R(.*?)^(?:---|\\.\\.\\.)[ \\t]*$", flags());
    private static final Pattern TOML =
            Pattern.compile("[\\uFEFF\\s]*+\\+\\+\\+[ \\t]*\\R(.*?)^\\+\\+\\+[ \\t]*$", flags());
    private static final int MOST_CHARS = 1 << 18;

    private HeaderText() {}

    private static int flags() {
        return Pattern.DOTALL | Pattern.MULTILINE;
    }

    private static int line(String page, int at) {
        return 1 + (int) page.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** Null where the page has none; blank lines before it are none of it. */
    static @Nullable Parsed<Fields> of(String name, String page) {
        Matcher yaml = YAML.matcher(page);
        if (yaml.lookingAt()) {
            return new YamlReader(YamlLimits.of(MOST_CHARS)).read(name, line(page, yaml.start(1)), yaml.group(1));
        }
        Matcher toml = TOML.matcher(page);
        if (toml.lookingAt()) {
            return TomlReader.read(name, line(page, toml.start(1)), toml.group(1));
        }
        String text = page.replaceFirst("^[\\uFEFF\\s]+", "");
        int end = text.startsWith("{") ? JsonReader.end(text) : -1;
        return end > 0
                ? JsonReader.read(name, line(page, page.length() - text.length()), text.substring(0, end))
                : null;
    }
}
