package dev.feedmill.reading.link;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The language in a path: {@code post.zh-CN.md}, {@code content/ru/post.md}, {@code en/post.md}. */
public final class PathLanguage {
    private static final Pattern SUFFIX = Pattern.compile("(.+)\\.([a-z]{2}(?:[-_][A-Za-z]{2,4})?)(\\.[A-Za-z]+)");
    private static final Pattern FOLDER =
            Pattern.compile("(?:content|i18n|docs|posts|_posts)/([a-z]{2}(?:[-_][A-Za-z]{2,4})?)/");
    /** Language codes that count at the root, as they are no common word or subject. */
    private static final Pattern ROOT =
            Pattern.compile("([a-z]{2}[-_][A-Za-z]{2,4}|en|zh|de|fr|es|ru|ja|ko|pt|pl|nl|sv|fi|hu|vi|th)/.*");

    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

    private PathLanguage() {}

    /** Returns the language; null if the path has none. */
    public static @Nullable String of(String path) {
        Matcher suffix = SUFFIX.matcher(path.substring(path.lastIndexOf('/') + 1));
        String tag = suffix.matches() ? tag(suffix.group(2)) : null;
        if (tag != null) {
            return tag;
        }
        Matcher folder = FOLDER.matcher(path);
        if (folder.find() && folder.start() == 0) {
            return tag(folder.group(1));
        }
        Matcher root = ROOT.matcher(path);
        return root.matches() ? tag(root.group(1)) : null;
    }

    /** Returns the path without the language before its ending. */
    static String without(String path) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Matcher suffix = SUFFIX.matcher(path.substring(folder.length()));
        return suffix.matches() && tag(suffix.group(2)) != null ? folder + suffix.group(1) + suffix.group(3) : path;
    }

    private static @Nullable String tag(String written) {
        String tag = written.replace('_', '-');
        return KNOWN.contains(tag.substring(0, 2)) ? tag : null;
    }
}
