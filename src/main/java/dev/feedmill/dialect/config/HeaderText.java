package dev.feedmill.dialect.config;

import dev.feedmill.problem.Parsed;
import dev.feedmill.yaml.Fields;
import dev.feedmill.yaml.JsonReader;
import dev.feedmill.yaml.TomlReader;
import dev.feedmill.yaml.YamlLimits;
import dev.feedmill.yaml.YamlReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The front matter of a page that belongs to the configuration of a site, such as that of a section. */
final class HeaderText {
    private static final Pattern YAML =
            Pattern.compile("\\uFEFF?---[ \\t]*\\R(.*?)^(?:---|\\.\\.\\.)[ \\t]*$", flags());
    private static final Pattern TOML = Pattern.compile("\\uFEFF?\\+\\+\\+[ \\t]*\\R(.*?)^\\+\\+\\+[ \\t]*$", flags());
    private static final int MOST_CHARS = 1 << 18;

    private HeaderText() {}

    private static int flags() {
        return Pattern.DOTALL | Pattern.MULTILINE;
    }

    /** None where the page has none or it is not valid. */
    static Fields of(String name, String page) {
        Matcher yaml = YAML.matcher(page);
        if (yaml.lookingAt()) {
            return fields(new YamlReader(YamlLimits.of(MOST_CHARS)).read(name, 1, yaml.group(1)));
        }
        Matcher toml = TOML.matcher(page);
        if (toml.lookingAt()) {
            return fields(TomlReader.read(name, 1, toml.group(1)));
        }
        return page.stripLeading().startsWith("{") && JsonReader.end(page.stripLeading()) > 0
                ? fields(
                        JsonReader.read(name, 1, page.stripLeading().substring(0, JsonReader.end(page.stripLeading()))))
                : Fields.empty(1);
    }

    private static Fields fields(Parsed<Fields> parsed) {
        return parsed instanceof Parsed.Read<Fields> read ? read.value() : Fields.empty(1);
    }
}
