package dev.feedmill.dialect.config;

import dev.feedmill.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files of Hugo's configuration: one at the root of the site, and folders with parts of it. */
public final class ConfigFolders {
    /** File names of the whole configuration. */
    private static final String[] FILES = {
        "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml", "config.json"
    };

    /** Folders in order of precedence: folders before the root, production before the default. */
    private static final List<String> FOLDERS = List.of("config/production/", "config/_default/", "");

    private static final Predicate<String> PART =
            Pattern.compile("config/[^/]+/[^/]+\\.(toml|ya?ml|json)").asMatchPredicate();

    private final SiteFolder site;

    public ConfigFolders(SiteFolder site) {
        this.site = site;
    }

    /** Returns the file at the root of the site; null for none. */
    public static @Nullable String file(SiteFolder site) {
        return site.first(FILES);
    }

    /** Returns the configuration, each key as written and in lower case too, because Hugo ignores the case of keys. */
    public Config config() {
        Config config = Config.NONE;
        for (String folder : FOLDERS) {
            for (String name : FILES) {
                if (site.first(folder + name) != null) {
                    config = config.withDefaults(Config.of(folder + name, site.fields(folder + name)));
                }
            }
            for (String part : parts(folder)) {
                config = config.withDefaults(
                        Config.of(part, SiteFolder.fieldsOf(site.part(part))).nestedUnder(key(folder, part)));
            }
        }
        return config.withDefaults(config.lowered());
    }

    /** Returns the value that each file has under a key, ignoring case. */
    public List<Node> all(String key) {
        List<Node> all = new ArrayList<>();
        for (String folder : FOLDERS) {
            parts(folder).stream()
                    .filter(part -> key(folder, part).equalsIgnoreCase(key))
                    .forEach(part -> all.add(site.part(part)));
            for (String name : FILES) {
                if (site.first(folder + name) != null) {
                    all.addAll(site.fields(folder + name).inAnyCase(key));
                }
            }
        }
        return all;
    }

    private List<String> parts(String folder) {
        return folder.isEmpty()
                ? List.of()
                : site.files(folder.substring(0, folder.length() - 1), PART).stream()
                        .filter(part -> !key(folder, part).equals("hugo")
                                && !key(folder, part).equals("config"))
                        .toList();
    }

    /** Returns the configuration key of a file: {@code params.de.toml} holds {@code languages.de.params}. */
    private static String key(String folder, String part) {
        String name = part.substring(folder.length(), part.lastIndexOf('.'));
        int dot = name.indexOf('.');
        return dot < 0 ? name : "languages." + name.substring(dot + 1) + "." + name.substring(0, dot);
    }
}
