package dev.feedmill.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values that names stand for at one place of a template: its own variables, the document's and the site's. */
final class Scope {
    /** No value of a template is longer; a program could double one with each line. */
    private static final int LONGEST_VALUE = 20_000;

    private final TemplateRules rules;
    private final TemplateContext context;
    private final Map<String, TemplateValue> variables = new HashMap<>();
    private long left;

    /** @param most characters that all values that are made may have together */
    Scope(TemplateRules rules, TemplateContext context, long most) {
        this.rules = rules;
        this.context = context;
        this.left = most;
    }

    TemplateContext context() {
        return context;
    }

    void set(String name, TemplateValue value) {
        variables.put(name, value);
    }

    void remove(String name) {
        variables.remove(name);
    }

    /** Takes a piece of work from what is left; false where nothing is. */
    boolean spend(long characters) {
        left -= characters;
        return left >= 0;
    }

    TemplateValue bounded(TemplateValue value) {
        return value.text().length() <= LONGEST_VALUE && spend(value.text().length()) ? value : TemplateValue.UNKNOWN;
    }

    TemplateValue value(String name) {
        switch (name) {
            case "true", "false" -> {
                return TemplateValue.of(name);
            }
            case "nil", "null", "none", "undefined", "None", "empty", "blank" -> {
                return TemplateValue.ABSENT;
            }
            default -> {
                return variable(name);
            }
        }
    }

    private TemplateValue variable(String name) {
        TemplateValue own = variables.get(name);
        if (own != null) {
            return own;
        }
        int dot = name.lastIndexOf('.');
        TemplateValue list = dot > 0 ? variables.get(name.substring(0, dot)) : null;
        if (list != null) {
            return member(list, name.substring(dot + 1));
        }
        if (dot > 0 && variables.containsKey(name.substring(0, name.indexOf('.')))) {
            return TemplateValue.UNKNOWN;
        }
        return rules.names().value(name, context);
    }

    private static TemplateValue member(TemplateValue list, String member) {
        List<String> items = list.items();
        if (list.kind() != TemplateValue.Kind.LIST) {
            return TemplateValue.UNKNOWN;
        }
        return switch (member) {
            case "size", "length" -> TemplateValue.of(Integer.toString(items.size()));
            case "first" -> items.isEmpty() ? TemplateValue.ABSENT : TemplateValue.of(items.get(0));
            case "last" -> items.isEmpty() ? TemplateValue.ABSENT : TemplateValue.of(items.get(items.size() - 1));
            default -> TemplateValue.UNKNOWN;
        };
    }
}
