package dev.feedmill.dialect.rule;

import java.util.List;

/**
 * How names in front matter are interpreted.
 *
 * @param paths whether a plain list of categories is one path from the outermost to the innermost
 * @param text meaning of one text in place of a list
 * @param categoryKeys keys that hold categories
 * @param tagKeys keys that hold tags
 */
public record NameRules(boolean paths, SingleText text, List<String> categoryKeys, List<String> tagKeys) {
    /** Meaning of one text in place of a list. */
    public enum SingleText {
        /** A list, split at commas. */
        LIST,
        /** Under a plural key, a list split only at spaces; under a singular one, a single name. */
        WORDS,
        /** A single name. */
        NAME
    }

    private static final List<String> KEYS = List.of("categories", "category");
    private static final List<String> TAG_KEYS = List.of("tags", "tag", "taxonomies.tags", "topics");

    public static final NameRules LABELS = new NameRules(false, SingleText.LIST, KEYS, TAG_KEYS);
    public static final NameRules PATHS = new NameRules(true, SingleText.LIST, KEYS, TAG_KEYS);

    public NameRules {
        categoryKeys = List.copyOf(categoryKeys);
        tagKeys = List.copyOf(tagKeys);
    }

    public NameRules with(SingleText other) {
        return new NameRules(paths, other, categoryKeys, tagKeys);
    }

    public NameRules withoutTags(String key) {
        return new NameRules(
                paths,
                text,
                categoryKeys,
                tagKeys.stream().filter(each -> !each.equals(key)).toList());
    }

    public NameRules withKeys(String... keys) {
        return new NameRules(paths, text, List.of(keys), tagKeys);
    }
}
