package dev.feedmill.template.value;

import dev.feedmill.template.TemplateValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Evaluates the conditions of {@code if}, as far as their values are known. */
public final class ConditionEvaluator {
    /** Longer operators first. */
    private static final List<String> OPERATORS =
            List.of("===", "!==", "==", "!=", "<>", ">=", "<=", ">", "<", " contains ", " in ");

    private final VariableScope scope;

    public ConditionEvaluator(VariableScope scope) {
        this.scope = scope;
    }

    /** Returns whether the condition holds; null if a value is unknown. */
    @Nullable
    public Boolean holds(String condition) {
        int or = outsideQuotes(condition, " or ");
        if (or >= 0) {
            return either(holds(condition.substring(0, or)), holds(condition.substring(or + 4)));
        }
        int and = outsideQuotes(condition, " and ");
        if (and >= 0) {
            Boolean left = holds(condition.substring(0, and));
            Boolean right = holds(condition.substring(and + 5));
            return not(either(not(left), not(right)));
        }
        String plain = condition.strip();
        return plain.toLowerCase(Locale.ROOT).startsWith("not ") ? not(holds(plain.substring(4))) : compared(plain);
    }

    /** Returns whether two values are equal, as in {@code case}; null if one is unknown. */
    @Nullable
    public Boolean same(String left, String right) {
        return compare("==", value(left), value(right));
    }

    private @Nullable Boolean compared(String condition) {
        for (String operator : OPERATORS) {
            int at = outsideQuotes(condition, operator);
            if (at > 0) {
                return compare(
                        operator.strip(),
                        value(condition.substring(0, at)),
                        value(condition.substring(at + operator.length())));
            }
        }
        TemplateValue value = value(condition);
        return value.isKnown() ? value.isTrue() : null;
    }

    private TemplateValue value(String written) {
        Expression expression = Expression.parse(written);
        return expression == null ? TemplateValue.UNKNOWN : expression.value(scope);
    }

    private static @Nullable Boolean compare(String operator, TemplateValue left, TemplateValue right) {
        if (!left.isKnown() || !right.isKnown()) {
            return null;
        }
        boolean same = left.kind() == right.kind() && left.text().equals(right.text());
        return switch (operator) {
            case "==", "===" -> same;
            case "!=", "!==", "<>" -> !same;
            case "contains" -> contains(left, right.text());
            case "in" -> contains(right, left.text());
            default -> ordered(operator, left.text(), right.text());
        };
    }

    private static boolean contains(TemplateValue whole, String part) {
        return whole.kind() == TemplateValue.Kind.LIST
                ? whole.items().contains(part)
                : whole.kind() == TemplateValue.Kind.TEXT && whole.text().contains(part);
    }

    private static @Nullable Boolean ordered(String operator, String left, String right) {
        if (!Filters.isInteger(left) || !Filters.isInteger(right)) {
            return null;
        }
        int order = Integer.compare(Integer.parseInt(left), Integer.parseInt(right));
        return switch (operator) {
            case ">" -> order > 0;
            case "<" -> order < 0;
            case ">=" -> order >= 0;
            default -> order <= 0;
        };
    }

    private static @Nullable Boolean not(@Nullable Boolean value) {
        return value == null ? null : !value;
    }

    private static @Nullable Boolean either(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right)) {
            return true;
        }
        return (left == null || right == null) ? null : Boolean.FALSE;
    }

    private static int outsideQuotes(String text, String what) {
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (text.startsWith(what, i)) {
                return i;
            }
        }
        return -1;
    }
}
