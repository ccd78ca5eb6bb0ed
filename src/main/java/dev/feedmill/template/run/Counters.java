package dev.feedmill.template.run;

import dev.feedmill.template.TemplateValue;
import dev.feedmill.template.value.Expression;
import dev.feedmill.template.value.VariableScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Liquid's counters and cycles, whose state lasts for the whole text. */
final class Counters {
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> turns = new HashMap<>();
    private final VariableScope scope;

    Counters(VariableScope scope) {
        this.scope = scope;
    }

    /** Advances a counter: {@code increment} prints 0, 1, 2 …, {@code decrement} -1, -2, -3 … */
    String count(String tag, String name) {
        boolean down = tag.equals("decrement");
        int before = counts.getOrDefault(name.strip(), 0);
        counts.put(name.strip(), down ? before - 1 : before + 1);
        return String.valueOf(down ? before - 1 : before);
    }

    /** Returns the next of the values, {@code "a", "b"} or {@code "group": "a", "b"}; null if unknown. */
    @Nullable
    String next(String arguments) {
        List<String> parts = parts(arguments);
        String group = arguments;
        int colon = colon(parts.get(0));
        if (colon > 0) {
            group = parts.get(0).substring(0, colon).strip();
            parts.set(0, parts.get(0).substring(colon + 1));
        }
        int turn = turns.merge(group, 1, Integer::sum) - 1;
        Expression expression = Expression.parse(parts.get(turn % parts.size()).strip());
        TemplateValue value = expression == null ? TemplateValue.UNKNOWN : expression.value(scope);
        return value.isKnown() ? value.text() : null;
    }

    private static int colon(String part) {
        String quote = part.strip().isEmpty() ? "" : part.strip().substring(0, 1);
        int from = "\"'".contains(quote) && !quote.isEmpty() ? part.indexOf(quote, part.indexOf(quote) + 1) : 0;
        return part.indexOf(':', Math.max(0, from));
    }

    /** Splits at commas outside quotes; returns at least one part. */
    private static List<String> parts(String arguments) {
        List<String> parts = new ArrayList<>();
        char quote = 0;
        int start = 0;
        for (int i = 0; i < arguments.length(); i++) {
            char c = arguments.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ',') {
                parts.add(arguments.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(arguments.substring(start));
        return parts;
    }
}
