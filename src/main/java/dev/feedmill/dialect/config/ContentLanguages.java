package dev.feedmill.dialect.config;

import dev.feedmill.dialect.config.CascadeDefaults.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Languages of a Hugo site and their content folders (gohugo.io/content-management/multilingual): by folder, or by a
 * code before the file's ending. Configuration keys are in lower case.
 */
public final class ContentLanguages {
    private static final Pattern CODED = Pattern.compile("(.+)\\.([A-Za-z]{2,8}(?:-[A-Za-z0-9]{2,8})*)(\\.[A-Za-z]+)");
    private static final String LANGUAGES = "languages";

    private final Set<String> codes = new TreeSet<>();
    private final String first;
    private final boolean inFolder;
    private final Set<String> disabled = new TreeSet<>();

    /** Languages by their own folders; empty for shared folders. */
    private final Map<String, String> folders = new LinkedHashMap<>();

    public ContentLanguages(Config config) {
        Map<String, String> languages = config.valuesBelow(LANGUAGES);
        languages.forEach((key, value) -> {
            int dot = key.indexOf('.');
            String code = key.substring(0, Math.max(0, dot));
            if (dot > 0) {
                codes.add(code);
                if (key.endsWith(".contentdir")) {
                    // A folder shared by several languages belongs to none.
                    folders.merge(folder(value), code, (one, other) -> "");
                } else if (key.equals(code + ".disabled") && value.equalsIgnoreCase("true")) {
                    disabled.add(code);
                }
            }
        });
        config.list("disablelanguages").forEach(code -> disabled.add(code.toLowerCase(java.util.Locale.ROOT)));
        first = config.textOr("en", "defaultcontentlanguage").toLowerCase(java.util.Locale.ROOT);
        inFolder = config.isTrue("defaultcontentlanguageinsubdir");
        mounts(config);
        folders.putIfAbsent(folder(config.textOr("content", "contentdir")), "");
    }

    /** Adds other folders that are mounted as content. */
    private void mounts(Config config) {
        for (int i = 0; config.holds("module.mounts." + i); i++) {
            String mount = "module.mounts." + i + ".";
            String target = config.textOr("", mount + "target");
            if (target.equals("content")) {
                String folder = folder(config.textOr("content", mount + "source"));
                folders.put(folder, config.textOr("", mount + "lang"));
            }
        }
    }

    /** Normalizes the path of a folder in the configuration. */
    public static String folder(String written) {
        return written.replaceAll("^\\./|^/|/$", "");
    }

    /** Returns the content folders, that of the whole site first. */
    public List<String> folders() {
        return List.copyOf(folders.keySet());
    }

    /** Returns the innermost content folder of a page; null for none. */
    public @Nullable String folder(String path, boolean any) {
        String found = null;
        for (String folder : folders.keySet()) {
            boolean inside = path.startsWith(folder + "/");
            found = inside && (found == null || folder.length() > found.length()) ? folder : found;
        }
        return found == null && any ? "" : found;
    }

    /** Returns the language code of a page; the site's if it names none. */
    public String of(String path) {
        String code = coded(path);
        String own = folders.getOrDefault(String.valueOf(folder(path, true)), "");
        return code != null ? code : own.isEmpty() ? first : own;
    }

    public boolean isFirst(String code) {
        return code.equals(first);
    }

    public boolean isDisabled(String code) {
        return disabled.contains(code);
    }

    /** Returns the address prefix of a language: empty, or as {@code /fr}. */
    public String before(String code) {
        return (isFirst(code) && !inFolder) || codes.isEmpty() ? "" : "/" + code;
    }

    /** Returns the language code before the ending; null if it is no language of the site. */
    private @Nullable String coded(String path) {
        Matcher name = CODED.matcher(path.substring(path.lastIndexOf('/') + 1));
        String code = name.matches() ? name.group(2).toLowerCase(java.util.Locale.ROOT) : "";
        return codes.contains(code) || (!code.isEmpty() && code.equals(first)) ? code : null;
    }

    /** Returns the path without a code before its ending. */
    public String without(String path) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Matcher name = CODED.matcher(path.substring(folder.length()));
        return coded(path) != null && name.matches() ? folder + name.group(1) + name.group(3) : path;
    }

    /** Returns the file names of a folder's index. */
    public List<String> indexes() {
        Set<String> names = new TreeSet<>(Set.of("index.md", "index.markdown", "index.html"));
        codes.forEach(code -> names.add("index." + code + ".md"));
        return List.copyOf(names);
    }

    /** Returns the location of a page for cascades. */
    public Place place(String path) {
        String folder = String.valueOf(folder(path, true));
        String plain = without(path);
        return new Place(
                folder.isEmpty() || !folders.getOrDefault(folder, "").isEmpty() ? "" : "content",
                folder.isEmpty() ? plain : plain.substring(folder.length() + 1),
                of(path));
    }
}
