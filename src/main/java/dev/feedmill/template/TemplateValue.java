package dev.feedmill.template;

import java.util.List;

/**
 * A value that template code can print or ask for.
 *
 * @param text what it prints
 * @param items of a list; empty for all else
 */
public record TemplateValue(Kind kind, String text, List<String> items) {
    /** Only the generator knows what it is. */
    public static final TemplateValue UNKNOWN = new TemplateValue(Kind.UNKNOWN, "", List.of());

    /** It is surely not there: it prints nothing and counts as false. */
    public static final TemplateValue ABSENT = new TemplateValue(Kind.ABSENT, "", List.of());

    /** How much is known of it. */
    public enum Kind {
        UNKNOWN,
        ABSENT,
        TEXT,
        LIST,
        /** A list of maps, each by the name that its values stand below. */
        MAPS
    }

    public TemplateValue {
        items = List.copyOf(items);
    }

    public static TemplateValue of(String text) {
        return new TemplateValue(Kind.TEXT, text, List.of());
    }

    public static TemplateValue of(List<String> items) {
        return new TemplateValue(Kind.LIST, String.join("", items), items);
    }

    /** A list whose values have the names that stand below each of these. */
    public static TemplateValue maps(List<String> names) {
        return new TemplateValue(Kind.MAPS, "", names);
    }

    /** Whether it is known what it prints. */
    public boolean isKnown() {
        return kind != Kind.UNKNOWN && kind != Kind.MAPS;
    }

    /** As a condition takes it: only what is absent and the word {@code false} are not true. */
    public boolean isTrue() {
        return kind == Kind.LIST || (kind == Kind.TEXT && !text.equals("false"));
    }
}
