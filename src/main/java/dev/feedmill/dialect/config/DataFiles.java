package dev.feedmill.dialect.config;

import dev.feedmill.yaml.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The data that lies beside the articles of a site in files of YAML, JSON, TOML or tables, as template code asks for it. */
public final class DataFiles {
    /** What is beyond is left out: nobody writes so much by hand for articles to show. */
    private static final int MOST_VALUES = 50_000;

    private static final int MOST_FILES = 500;
    private static final Pattern NAME = Pattern.compile("(?i).+\\.(ya?ml|json|toml|csv|tsv|[cm]?js)");

    private DataFiles() {}

    /** The values of all such files below a folder, by their keys below the prefix, the path and the key in the file. */
    public static Config read(SiteFolder site, String folder, String prefix) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String file : files(site, folder)) {
            String below = file.substring(folder.length() + 1);
            String key = prefix
                    + below.substring(0, below.lastIndexOf('.'))
                            .replace('/', '.')
                            .replace(' ', '_');
            Config data = Config.of(file, fields(site, file, key));
            if (values.size() + data.values().size() <= MOST_VALUES) {
                values.putAll(data.values());
                lists.putAll(data.lists());
            }
        }
        return new Config("", values, lists);
    }

    private static List<String> files(SiteFolder site, String folder) {
        List<String> files = site.files(folder, name -> NAME.matcher(name).matches() && !site.isTooLarge(name));
        return files.subList(0, Math.min(files.size(), MOST_FILES));
    }

    private static Fields fields(SiteFolder site, String file, String key) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        return switch (ending) {
            case "csv" -> Tables.fields(key, DelimitedText.rows(site.text(file, null), ','));
            case "tsv" -> Tables.fields(key, DelimitedText.rows(site.text(file, null), '\t'));
            case "js", "mjs", "cjs" ->
                Tables.below(key, Literals.read(file, site.text(file, null)).fields());
            default -> Tables.below(key, site.node(file));
        };
    }
}
