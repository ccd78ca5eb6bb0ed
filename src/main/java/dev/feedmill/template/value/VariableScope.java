package dev.feedmill.template.value;

import dev.feedmill.template.TemplateContext;
import dev.feedmill.template.TemplateRules;
import dev.feedmill.template.TemplateValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables at one place of a template: its own, the document's and the site's. */
public final class VariableScope {
    /** Length limit of a value; a program could double one on each line. */
    private static final int MAX_VALUE_LENGTH = 20_000;

    private final TemplateRules rules;
    private final TemplateContext context;
    private final Map<String, TemplateValue> variables = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();
    private long left;

    /**
     * Creates a scope.
     *
     * @param max limit of characters of all generated values together
     */
    public VariableScope(TemplateRules rules, TemplateContext context, long max) {
        this.rules = rules;
        this.context = context;
        this.left = max;
    }

    public TemplateContext context() {
        return context;
    }

    public void set(String name, TemplateValue value) {
        variables.put(name, value);
    }

    public void remove(String name) {
        variables.remove(name);
        renamed.remove(name);
    }

    /** Makes a variable an alias of the mapping of another name. */
    void rename(String variable, String name) {
        renamed.put(variable, name);
    }

    /** Takes work from the remaining budget; returns false if none is left. */
    public boolean spend(long characters) {
        left -= characters;
        return left >= 0;
    }

    public TemplateValue bounded(TemplateValue value) {
        return value.text().length() <= MAX_VALUE_LENGTH && spend(value.text().length())
                ? value
                : TemplateValue.UNKNOWN;
    }

    public TemplateValue value(String name) {
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

    private TemplateValue variable(String written) {
        String name = written;
        if (!renamed.isEmpty()) {
            int first = written.indexOf('.');
            String map = renamed.get(first < 0 ? written : written.substring(0, first));
            name = map == null ? written : first < 0 ? map : map + written.substring(first);
        }
        int bracket = name.indexOf(".[");
        int end = bracket < 0 ? -1 : name.indexOf(']', bracket);
        if (end > 0 && !Character.isDigit(name.charAt(bracket + 2)) && name.charAt(bracket + 2) != '-') {
            TemplateValue member = value(name.substring(bracket + 2, end));
            return member.kind() == TemplateValue.Kind.TEXT && member.text().indexOf('[') < 0
                    ? variable(name.substring(0, bracket) + "." + member.text() + name.substring(end + 1))
                    : TemplateValue.UNKNOWN;
        }
        return plain(name);
    }

    private TemplateValue plain(String name) {
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
        TemplateValue value = rules.names().value(name, context);
        boolean given = value.kind() == TemplateValue.Kind.TEXT || value.kind() == TemplateValue.Kind.LIST;
        TemplateValue whole = given || dot <= 0 ? value : rules.names().value(name.substring(0, dot), context);
        boolean many = whole.kind() == TemplateValue.Kind.LIST || whole.kind() == TemplateValue.Kind.MAPS;
        return many && !given && value.kind() != TemplateValue.Kind.MAPS
                ? member(whole, name.substring(dot + 1))
                : value;
    }

    private static TemplateValue member(TemplateValue list, String member) {
        List<String> items = list.items();
        boolean maps = list.kind() == TemplateValue.Kind.MAPS;
        if (maps ? !member.equals("size") && !member.equals("length") : list.kind() != TemplateValue.Kind.LIST) {
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
