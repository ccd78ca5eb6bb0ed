package dev.feedmill.template.value;

import dev.feedmill.template.TemplateValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loop over known values.
 *
 * @param variable name of the current value
 * @param maps whether the values are names of mappings
 */
public record Loop(String variable, List<String> items, boolean maps) {
    private static final int MAX_ITERATIONS = 1_000;

    /** Parses a loop; null if its values are unknown. */
    public static @Nullable Loop of(String arguments, VariableScope scope) {
        int in = arguments.indexOf(" in ");
        if (in < 0) {
            return null;
        }
        String variable = arguments.substring(0, in).strip();
        String rest = arguments.substring(in + 4).strip();
        int end = rest.startsWith("(")
                ? rest.indexOf(')') + 1
                : rest.startsWith("[") ? rest.indexOf(']') + 1 : rest.indexOf(' ');
        String source = end <= 0 ? rest : rest.substring(0, end);
        TemplateValue items = items(source, scope);
        return items == null ? null : limited(variable, items, end <= 0 ? "" : rest.substring(end), scope);
    }

    private static @Nullable Loop limited(String variable, TemplateValue all, String options, VariableScope scope) {
        List<String> items = new ArrayList<>(all.items());
        List<String> words = List.of(options.replace(":", " ").strip().split("\\s+", -1));
        int offset = number(words, "offset", 0, scope);
        int limit = number(words, "limit", MAX_ITERATIONS, scope);
        if (offset < 0 || limit < 0) {
            return null;
        }
        items = new ArrayList<>(items.subList(Math.min(offset, items.size()), items.size()));
        items = new ArrayList<>(items.subList(0, Math.min(limit, items.size())));
        if (words.contains("reversed")) {
            Collections.reverse(items);
        }
        return new Loop(variable, items, all.kind() == TemplateValue.Kind.MAPS);
    }

    private static int number(List<String> words, String name, int otherwise, VariableScope scope) {
        int place = words.indexOf(name);
        if (place < 0 || place + 1 >= words.size()) {
            return otherwise;
        }
        String value = text(words.get(place + 1), scope);
        return Filters.isInteger(value) ? Integer.parseInt(value) : -1;
    }

    private static @Nullable TemplateValue items(String source, VariableScope scope) {
        int dots = source.indexOf("..");
        if (source.startsWith("(") && dots > 0) {
            String first = text(source.substring(1, dots), scope);
            String last = text(source.substring(dots + 2, source.length() - 1), scope);
            if (!Filters.isInteger(first) || !Filters.isInteger(last)) {
                return null;
            }
            List<String> numbers = new ArrayList<>();
            for (int i = Integer.parseInt(first); i <= Integer.parseInt(last) && numbers.size() < MAX_ITERATIONS; i++) {
                numbers.add(Integer.toString(i));
            }
            return TemplateValue.of(numbers);
        }
        if (source.startsWith("[") && source.endsWith("]")) {
            return TemplateValue.of(List.of(
                            source.substring(1, source.length() - 1).split(",", -1))
                    .stream()
                    .map(item -> text(item.strip(), scope))
                    .toList());
        }
        Expression expression = Expression.parse(source);
        TemplateValue value = expression == null ? TemplateValue.UNKNOWN : expression.value(scope);
        return switch (value.kind()) {
            case UNKNOWN -> null;
            case ABSENT -> TemplateValue.of(List.of());
            case LIST, MAPS -> value;
            case TEXT -> TemplateValue.of(List.of(value.text()));
        };
    }

    private static String text(String written, VariableScope scope) {
        Expression expression = Expression.parse(written);
        return expression == null ? "" : expression.value(scope).text();
    }

    public void enter(VariableScope scope, String item, int place) {
        if (maps) {
            scope.rename(variable, item);
        } else {
            scope.set(variable, TemplateValue.of(item));
        }
        scope.set("forloop.index", TemplateValue.of(Integer.toString(place + 1)));
        scope.set("forloop.index0", TemplateValue.of(Integer.toString(place)));
        scope.set("forloop.first", TemplateValue.of(Boolean.toString(place == 0)));
        scope.set("forloop.last", TemplateValue.of(Boolean.toString(place == items.size() - 1)));
    }

    public void leave(VariableScope scope) {
        scope.remove(variable);
    }
}
