package dev.feedmill.template;

import java.util.List;

/**
 * A value that template code can print or test.
 *
 * @param text what it prints
 * @param items of a list; empty otherwise
 */
public record TemplateValue(Kind kind, String text, List<String> items) {
    /** A value that only the generator knows. */
    public static final TemplateValue UNKNOWN = new TemplateValue(Kind.UNKNOWN, "", List.of());

    /** A value that certainly does not exist: prints nothing and is false. */
    public static final TemplateValue ABSENT = new TemplateValue(Kind.ABSENT, "", List.of());

    /** How much is known of a value. */
    public enum Kind {
        UNKNOWN,
        ABSENT,
        TEXT,
        LIST,
        /** A list of mappings, each by the prefix of its values' names. */
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

    /** Returns a list of mappings whose values have these name prefixes. */
    public static TemplateValue maps(List<String> names) {
        return new TemplateValue(Kind.MAPS, "", names);
    }

    /** Returns whether the printed text is known. */
    public boolean isKnown() {
        return kind != Kind.UNKNOWN && kind != Kind.MAPS;
    }

    /** Returns the value as a condition: only an absent value and the word {@code false} are false. */
    public boolean isTrue() {
        return kind == Kind.LIST || (kind == Kind.TEXT && !text.equals("false"));
    }
}
