package dev.feedmill.dialect.config;

import dev.feedmill.yaml.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reader of a site's data files (YAML, JSON, TOML or tables) for template code. */
public final class DataFiles {
    private static final Pattern NAME = Pattern.compile("(?i).+\\.(ya?ml|json|toml|csv|tsv|[cm]?js)");

    private DataFiles() {}

    /** Reads all data files below a folder; keys are the prefix, the path and the key in the file. */
    public static Config read(SiteFolder site, String folder, String prefix) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        int room = site.limits().dataValues();
        long bytes = site.limits().dataBytes();
        for (String file : files(site, folder)) {
            bytes -= site.size(file);
            if (bytes < 0) {
                String most = "data must not have more than " + site.limits().dataBytes() + " bytes";
                site.recordLimit(file, most, "generator.max-data-size");
                break;
            }
            String below = file.substring(folder.length() + 1);
            String key = prefix
                    + below.substring(0, below.lastIndexOf('.'))
                            .replace('/', '.')
                            .replace(' ', '_');
            Config data = Config.of(file, fields(site, file, key));
            room -= size(data);
            if (room < 0) {
                String most = "data must not have more than " + site.limits().dataValues() + " values";
                site.recordLimit(file, most, "generator.max-data-values");
                break;
            }
            values.putAll(data.values());
            lists.putAll(data.lists());
        }
        return new Config("", values, lists);
    }

    /** Returns the number of values, including those in lists. */
    private static int size(Config data) {
        return data.values().size()
                + data.lists().values().stream().mapToInt(List::size).sum()
                + data.lists().size();
    }

    private static List<String> files(SiteFolder site, String folder) {
        List<String> files = site.files(folder, name -> NAME.matcher(name).matches() && isReadable(site, name));
        int most = site.limits().dataFiles();
        if (files.size() > most) {
            String message = "the folder must not hold more than " + most + " files of data";
            site.recordLimit(folder, message, "generator.max-data-files");
        }
        return files.subList(0, Math.min(files.size(), most));
    }

    private static boolean isReadable(SiteFolder site, String file) {
        long most = site.limits().fileBytes();
        if (site.size(file) > most) {
            site.recordLimit(file, "data must not be larger than " + most + " bytes", "generator.max-file-size");
        }
        return site.size(file) <= most;
    }

    private static Mapping fields(SiteFolder site, String file, String key) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        return switch (ending) {
            case "csv" -> TableConverter.fields(key, DelimitedText.rows(site.text(file, null), ','));
            case "tsv" -> TableConverter.fields(key, DelimitedText.rows(site.text(file, null), '\t'));
            case "js", "mjs", "cjs" ->
                TableConverter.entry(
                        key, Literals.read(file, site.text(file, null)).fields());
            default -> TableConverter.entry(key, site.node(file));
        };
    }
}
