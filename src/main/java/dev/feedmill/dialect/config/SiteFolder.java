package dev.feedmill.dialect.config;

import dev.feedmill.problem.Parsed;
import dev.feedmill.yaml.Fields;
import dev.feedmill.yaml.JsonReader;
import dev.feedmill.yaml.TomlReader;
import dev.feedmill.yaml.YamlLimits;
import dev.feedmill.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A folder that may be the root of a site, with the files by which a generator is recognised. */
public final class SiteFolder {
    /** Larger files are no configuration. */
    private static final long MAX_BYTES = 1 << 20;

    private final Path path;

    public SiteFolder(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    public boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    public boolean hasFolder(String name) {
        return Files.isDirectory(path.resolve(name));
    }

    /** The first of these files that is there; null for none. */
    public @Nullable String first(String... names) {
        for (String name : names) {
            if (Files.isRegularFile(path.resolve(name))) {
                return name;
            }
        }
        return null;
    }

    /** The text of a file; empty where there is none that can be read. */
    public String text(String name) {
        try {
            Path file = path.resolve(name);
            return Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    : "";
        } catch (IOException | InvalidPathException e) {
            // A configuration that nobody can read is one that says nothing.
            return "";
        }
    }

    /** The fields of a file in YAML, TOML or JSON; none where there is no such file or it is not valid. */
    public Fields fields(String name) {
        String text = text(name);
        if (text.isBlank()) {
            return Fields.empty(1);
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Parsed<Fields> parsed = switch (ending) {
            case "toml" -> TomlReader.read(name, 1, text);
            case "json" -> JsonReader.read(name, 1, text);
            default -> new YamlReader(YamlLimits.of((int) MAX_BYTES)).read(name, 1, text);
        };
        return parsed instanceof Parsed.Read<Fields> read ? read.value() : Fields.empty(1);
    }

    /** What the first of these files says that is there, in plain data or in the literals of a program. */
    public Config config(String... names) {
        String file = first(names);
        if (file == null) {
            return Config.NONE;
        }
        return file.matches(".+\\.(ya?ml|toml|json)") ? Config.of(file, fields(file)) : Literals.read(file, text(file));
    }

    /** Whether {@code package.json} names a package among what the site depends on. */
    public boolean dependsOn(String name) {
        return text("package.json").contains("\"" + name + "\"");
    }
}
