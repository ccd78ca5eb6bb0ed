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
 * The languages of a site of Hugo and the folders of their content (gohugo.io/content-management/multilingual): by folder, or
 * by a code before the ending of a file's name. Keys of the configuration are in small letters.
 */
public final class ContentLanguages {
    private static final Pattern CODED = Pattern.compile("(.+)\\.([A-Za-z]{2,8}(?:-[A-Za-z0-9]{2,8})*)(\\.[A-Za-z]+)");
    private static final String LANGUAGES = "languages";

    private final Set<String> codes = new TreeSet<>();
    private final String first;
    private final boolean inFolder;
    private final Set<String> disabled = new TreeSet<>();

    /** Languages by the folders that are theirs alone; empty for folders of all. */
    private final Map<String, String> folders = new LinkedHashMap<>();

    public ContentLanguages(Config config) {
        Map<String, String> languages = config.below(LANGUAGES);
        languages.forEach((key, value) -> {
            int dot = key.indexOf('.');
            String code = key.substring(0, Math.max(0, dot));
            if (dot > 0) {
                codes.add(code);
                if (key.endsWith(".contentdir")) {
                    // A folder of several languages is of none alone.
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

    /** Other folders that the site takes for its content. */
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

    /** The path of a folder as the configuration names it. */
    public static String folder(String written) {
        return written.replaceAll("^\\./|^/|/$", "");
    }

    /** Folders of content, the first that of the whole. */
    public List<String> folders() {
        return List.copyOf(folders.keySet());
    }

    /** The folder of content in which a page lies, the innermost; null elsewhere. */
    public @Nullable String folder(String path, boolean any) {
        String found = null;
        for (String folder : folders.keySet()) {
            boolean inside = path.startsWith(folder + "/");
            found = inside && (found == null || folder.length() > found.length()) ? folder : found;
        }
        return found == null && any ? "" : found;
    }

    /** The code of the language of a page; that of the site where none is named. */
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

    /** What stands before the address of a page in a language: empty, or as {@code /fr}. */
    public String before(String code) {
        return (isFirst(code) && !inFolder) || codes.isEmpty() ? "" : "/" + code;
    }

    /** Null where no language of the site stands before the ending. */
    private @Nullable String coded(String path) {
        Matcher name = CODED.matcher(path.substring(path.lastIndexOf('/') + 1));
        String code = name.matches() ? name.group(2).toLowerCase(java.util.Locale.ROOT) : "";
        return codes.contains(code) || (!code.isEmpty() && code.equals(first)) ? code : null;
    }

    /** The path without a code before its ending. */
    public String without(String path) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Matcher name = CODED.matcher(path.substring(folder.length()));
        return coded(path) != null && name.matches() ? folder + name.group(1) + name.group(3) : path;
    }

    /** Names that a file may have that is the index of a folder. */
    public List<String> indexes() {
        Set<String> names = new TreeSet<>(Set.of("index.md", "index.markdown", "index.html"));
        codes.forEach(code -> names.add("index." + code + ".md"));
        return List.copyOf(names);
    }

    /** Where a page stands among those that are given values. */
    public Place place(String path) {
        String folder = String.valueOf(folder(path, true));
        String plain = without(path);
        return new Place(
                folder.isEmpty() || !folders.getOrDefault(folder, "").isEmpty() ? "" : "content",
                folder.isEmpty() ? plain : plain.substring(folder.length() + 1),
                of(path));
    }
}
