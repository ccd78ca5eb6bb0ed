package dev.feedmill.template.value;

import dev.feedmill.template.TemplateValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value with its filters, in Liquid and Nunjucks: {@code page.title | escape | append: "!"}. */
public final class Expression {
    private final Operand base;
    private final List<Filter> filters;

    private Expression(Operand base, List<Filter> filters) {
        this.base = base;
        this.filters = filters;
    }

    /**
     * The first part of a value.
     *
     * @param text of a literal, or the name of a variable
     */
    public record Operand(String text, boolean literal) {
        TemplateValue value(VariableScope scope) {
            return literal ? TemplateValue.of(text) : scope.value(text);
        }
    }

    private record Filter(String name, List<Operand> arguments) {}

    /** Parses an expression; null if the text is none. */
    public static @Nullable Expression parse(String text) {
        return new Reader(text).expression();
    }

    /** Returns whether it begins with a name, as {@code page.title | escape} does. */
    public boolean isName() {
        return !base.literal();
    }

    public String name() {
        return base.text();
    }

    public TemplateValue value(VariableScope scope) {
        TemplateValue value = base.value(scope);
        for (Filter filter : filters) {
            List<TemplateValue> arguments = new ArrayList<>();
            for (Operand argument : filter.arguments()) {
                arguments.add(argument.value(scope));
            }
            value = scope.bounded(Filters.apply(filter.name(), value, arguments, scope));
        }
        return value;
    }

    /** Parser of one expression, which must span the whole text. */
    public static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        private @Nullable Expression expression() {
            Operand base = operand();
            List<Filter> filters = new ArrayList<>();
            if (base != null && skip('(')) {
                // A Nunjucks function is treated as a filter of its name, applied to its first argument.
                List<Operand> arguments = arguments(')');
                if (arguments == null || arguments.isEmpty() || base.literal()) {
                    return null;
                }
                filters.add(new Filter(base.text(), arguments.subList(1, arguments.size())));
                base = arguments.get(0);
            }
            while (base != null && skip('|')) {
                Filter filter = filter();
                if (filter == null) {
                    return null;
                }
                filters.add(filter);
            }
            return base != null && isAtEnd() ? new Expression(base, List.copyOf(filters)) : null;
        }

        private @Nullable Filter filter() {
            String name = name();
            if (name.isEmpty()) {
                return null;
            }
            boolean brackets = skip('(');
            List<Operand> arguments = brackets ? arguments(')') : skip(':') ? arguments('|') : List.of();
            return arguments == null ? null : new Filter(name, arguments);
        }

        /** Reads arguments up to a closing bracket, or to a bar, which is not consumed. */
        private @Nullable List<Operand> arguments(char end) {
            List<Operand> arguments = new ArrayList<>();
            boolean bracket = end == ')';
            while (!(bracket && skip(')'))) {
                Operand argument = operand();
                if (argument == null) {
                    return null;
                }
                // A named argument, as in `key: value` or `key=value`, counts by its place.
                if (!argument.literal() && (skip(':') || skip('='))) {
                    argument = operand();
                    if (argument == null) {
                        return null;
                    }
                }
                arguments.add(argument);
                if (!skip(',') && (!bracket || !isNext(')'))) {
                    return bracket ? null : arguments;
                }
            }
            return arguments;
        }

        @Nullable
        Operand operand() {
            skipSpaces();
            if (at >= text.length()) {
                return null;
            }
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                int end = text.indexOf(c, at + 1);
                if (end < 0) {
                    return null;
                }
                String literal = text.substring(at + 1, end);
                at = end + 1;
                return new Operand(literal, true);
            }
            if (Character.isDigit(c)
                    || (c == '-' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)))) {
                int start = at++;
                while (at < text.length() && (Character.isDigit(text.charAt(at)) || isPoint())) {
                    at++;
                }
                return new Operand(text.substring(start, at), true);
            }
            String name = name();
            return name.isEmpty() ? null : new Operand(name, false);
        }

        private boolean isPoint() {
            return text.charAt(at) == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
        }

        /** Reads a name with its members: {@code page.author["name"]} is {@code page.author.name}. */
        String name() {
            skipSpaces();
            StringBuilder name = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '[' && !name.isEmpty()) {
                    int end = text.indexOf(']', at);
                    String member = end < 0 ? "" : text.substring(at + 1, end).strip();
                    boolean quoted = member.length() > 2 && (member.charAt(0) == '"' || member.charAt(0) == '\'');
                    if (member.isEmpty()) {
                        return "";
                    }
                    name.append('.').append(quoted ? member.substring(1, member.length() - 1) : "[" + member + "]");
                    at = end + 1;
                } else if (isNameChar(c, name.isEmpty())) {
                    name.append(c);
                    at++;
                } else {
                    break;
                }
            }
            return name.toString();
        }

        private static boolean isNameChar(char c, boolean first) {
            return Character.isLetter(c)
                    || c == '_'
                    || c == '$'
                    || (!first && (Character.isDigit(c) || c == '-' || c == '.'))
                    || (!first && c == '?');
        }

        boolean isAtEnd() {
            skipSpaces();
            return at >= text.length();
        }

        private boolean isNext(char c) {
            skipSpaces();
            return at < text.length() && text.charAt(at) == c;
        }

        private boolean skip(char c) {
            if (isNext(c)) {
                at++;
                return true;
            }
            return false;
        }

        private void skipSpaces() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
