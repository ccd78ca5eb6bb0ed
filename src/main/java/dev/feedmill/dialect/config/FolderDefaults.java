package dev.feedmill.dialect.config;

import dev.feedmill.yaml.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Eleventy's directory and template data files: {@code posts/posts.json}, {@code posts/posts.11tydata.js}, {@code
 * posts/a.json} for {@code posts/a.md} (11ty.dev/docs/data-template-dir).
 */
public final class FolderDefaults implements FrontMatterDefaults {
    private static final Pattern NAME = Pattern.compile("(.+?)(\\.11tydata)?\\.(json|[cm]?js|[cm]?ts)");

    /** Data of files, by path without ending, and of folders, by path with a final slash. */
    private final Map<String, Mapping> data;

    private FolderDefaults(Map<String, Mapping> data) {
        this.data = data;
    }

    /** Returns whether a file of this name may hold such data. */
    public static boolean isData(String path) {
        Matcher name = NAME.matcher(path.substring(path.lastIndexOf('/') + 1));
        return name.matches() && (name.group(2) != null || name.group(3).equals("json"));
    }

    /**
     * Reads the data files.
     *
     * @param files paths that may hold data
     */
    public static FrontMatterDefaults of(SiteFolder site, List<String> files) {
        Map<String, Mapping> data = new LinkedHashMap<>();
        // Precedence: ".11tydata.json", then ".11tydata.js", then ".json".
        files.stream()
                .sorted(java.util.Comparator.comparingInt(FolderDefaults::rank))
                .forEach(file -> {
                    String name = file.substring(file.lastIndexOf('/') + 1);
                    Matcher parts = NAME.matcher(name);
                    if (isData(file) && parts.matches()) {
                        String folder = file.substring(0, file.length() - name.length());
                        String last = folder.isEmpty()
                                ? ""
                                : folder.substring(folder.lastIndexOf('/', folder.length() - 2) + 1);
                        String stem = folder + parts.group(1);
                        boolean ofFolder = last.equals(parts.group(1) + "/");
                        Mapping fields = fields(site, file, ofFolder ? folder : stem);
                        if (!fields.values().isEmpty()) {
                            if (ofFolder) {
                                data.merge(folder, fields, MergeRule.JOINED_LISTS::merged);
                            }
                            data.merge(stem, fields, MergeRule.JOINED_LISTS::merged);
                        }
                    }
                });
        return data.isEmpty() ? NONE : new FolderDefaults(Map.copyOf(data));
    }

    private static int rank(String file) {
        return file.endsWith(".11tydata.json") ? 0 : file.endsWith(".json") ? 2 : 1;
    }

    private static Mapping fields(SiteFolder site, String file, String about) {
        if (file.endsWith(".json")) {
            return site.fields(file, about);
        }
        return Literals.read(file, site.text(file, about)).fields();
    }

    @Override
    public Mapping withDefaults(String path, Mapping own) {
        int dot = path.lastIndexOf('.');
        Mapping whole = with(own, dot < 0 ? path : path.substring(0, dot));
        for (int slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
            whole = with(whole, path.substring(0, slash + 1));
        }
        return whole;
    }

    private Mapping with(Mapping own, String key) {
        Mapping given = data.get(key);
        return given == null ? own : MergeRule.JOINED_LISTS.merged(own, given);
    }
}
