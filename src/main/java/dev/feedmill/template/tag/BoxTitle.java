package dev.feedmill.template.tag;

import java.util.Set;

/** The title of a box tag, among words that only affect its style. */
final class BoxTitle {
    /** Words for the style of a box. */
    private static final Set<String> LOOKS = Set.of("""
            default primary success info warning danger error tip note important caution hint attention question example bug
            no-icon simple modern flat disabled open close closed true false left right center blue red green cyan pink
            orange purple yellow gray grey black white light dark quote abstract summary todo failure check done radio
            warn tldr seealso block inline""".split("\\s+", -1));

    /** Prefixes of icon names. */
    private static final Set<String> ICONS = Set.of("fa", "fas", "far", "fab", "fal", "fad", "iconfont");

    private BoxTitle() {}

    /** Returns the title; empty for none. */
    static String of(Arguments arguments) {
        String named = arguments.named("title", "heading", "header", "summary", "label");
        if (named != null) {
            return named;
        }
        StringBuilder title = new StringBuilder();
        for (Arguments.Argument argument : arguments.all()) {
            String value = argument.value();
            boolean look = LOOKS.contains(value) || isIcon(argument.value());
            boolean flag = value.equals("true") || value.equals("false");
            if (argument.isWord() && !(look && title.isEmpty()) && !value.isBlank() && !flag) {
                title.append(title.isEmpty() ? "" : " ").append(value);
            }
        }
        return title.toString();
    }

    static boolean isStyle(String word) {
        return LOOKS.contains(word);
    }

    /** Returns the title of a note; the first argument is its kind, whatever its name. */
    static String ofNote(Arguments arguments) {
        String title = of(arguments);
        boolean kind = title.length() < 30
                && title.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-' || c == '_' || (c >= '0' && c <= '9'))
                && title.equals(arguments.word(0));
        return kind ? "" : title;
    }

    private static boolean isIcon(String word) {
        boolean name = word.length() < 40 && (word.startsWith("fa-") || word.startsWith("icon"));
        return name || ICONS.contains(word) || (word.startsWith("fa") && word.contains(" fa-"));
    }

    /** Returns the title of a part of a group, or of collapsible content. */
    static String ofPart(String name, Arguments arguments) {
        String named = arguments.named("text", "name", "tabname");
        String title = of(arguments);
        title = title.startsWith("@") ? title.substring(1) : title;
        if (name.startsWith("hide") || name.equals("timeline")) {
            int comma = title.indexOf(',');
            return comma < 0 ? title : title.substring(0, comma);
        }
        if (name.startsWith("tab") || name.endsWith("tab")) {
            int icon = title.indexOf('@');
            title = icon < 0 ? title : title.substring(0, icon).strip();
        }
        return named == null || !title.isEmpty() ? title : named;
    }
}
