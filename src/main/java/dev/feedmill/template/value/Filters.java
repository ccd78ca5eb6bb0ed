package dev.feedmill.template.value;

import dev.feedmill.template.TemplateValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Filters of Liquid and Nunjucks with a deterministic result. */
public final class Filters {
    /** Filters that only affect style. */
    private static final Set<String> PLAIN = Set.of("""
            markdownify smartify safe string raw escape_once normalize_whitespace""".split("\\s+", -1));

    private Filters() {}

    /** Applies a filter; {@link TemplateValue#UNKNOWN} for unknown filters and values. */
    public static TemplateValue apply(
            String name, TemplateValue input, List<TemplateValue> arguments, VariableScope scope) {
        if (name.equals("default")) {
            boolean given = input.isTrue() && !input.text().isEmpty();
            return !input.isKnown() || given || arguments.isEmpty() ? input : arguments.get(0);
        }
        if (!input.isKnown() || !arguments.stream().allMatch(TemplateValue::isKnown)) {
            return TemplateValue.UNKNOWN;
        }
        if (input.kind() == TemplateValue.Kind.LIST) {
            return ofList(name, input.items(), text(arguments, 0, " "));
        }
        String text = input.text();
        return switch (name) {
            case "relative_url", "url", "url_for", "relurl" -> TemplateValue.of(relative(text, scope));
            case "absolute_url", "full_url_for", "absurl" -> TemplateValue.of(absolute(text, scope));
            case "split" -> split(text, text(arguments, 0, " "));
            case "date" -> known(DateText.formatted(text, text(arguments, 0, "")));
            case "date_to_string" -> known(DateText.formatted(text, "%d %b %Y"));
            case "date_to_long_string" -> known(DateText.formatted(text, "%d %B %Y"));
            case "plus", "minus", "times", "modulo" -> number(name, text, text(arguments, 0, ""));
            default -> ofText(name, text, arguments);
        };
    }

    /** Returns an address below the site, as {@code relative_url} does. */
    public static String relative(String text, VariableScope scope) {
        if (text.contains("://") || text.startsWith("//") || text.startsWith("#")) {
            return text;
        }
        String base = scope.context().basePath();
        return base + (text.startsWith("/") ? "" : "/") + text.replace(" ", "%20");
    }

    private static String absolute(String text, VariableScope scope) {
        TemplateValue site = scope.context().site("url");
        boolean whole = text.contains("://") || text.startsWith("//");
        return whole ? text : (site.kind() == TemplateValue.Kind.TEXT ? site.text() : "") + relative(text, scope);
    }

    private static TemplateValue ofText(String name, String text, List<TemplateValue> arguments) {
        String first = text(arguments, 0, "");
        String made = switch (name) {
            case "strip", "trim" -> text.strip();
            case "lstrip" -> text.stripLeading();
            case "rstrip" -> text.stripTrailing();
            case "upcase", "upper" -> text.toUpperCase(Locale.ROOT);
            case "downcase", "lower" -> text.toLowerCase(Locale.ROOT);
            case "capitalize" ->
                text.isEmpty()
                        ? text
                        : text.substring(0, 1).toUpperCase(Locale.ROOT)
                                + text.substring(1).toLowerCase(Locale.ROOT);
            case "append" -> text + first;
            case "prepend" -> first + text;
            case "replace" -> first.isEmpty() ? text : text.replace(first, text(arguments, 1, ""));
            case "replace_first" -> replaceFirst(text, first, text(arguments, 1, ""));
            case "remove" -> first.isEmpty() ? text : text.replace(first, "");
            case "remove_first" -> replaceFirst(text, first, "");
            case "escape", "xml_escape", "e", "forceescape" -> escaped(text);
            case "strip_newlines" -> text.replace("\n", "");
            case "newline_to_br" -> text.replace("\n", "<br>\n");
            case "slugify", "slug" -> arguments.isEmpty() ? slug(text) : null;
            case "truncate" -> text.length() <= number(first, 50) ? text : null;
            case "size", "length" -> Integer.toString(text.codePointCount(0, text.length()));
            case "first", "last", "join", "sort", "reverse", "uniq" -> text.isEmpty() ? "" : null;
            default -> PLAIN.contains(name) ? text : null;
        };
        return known(made);
    }

    private static TemplateValue known(@Nullable String made) {
        return made == null ? TemplateValue.UNKNOWN : TemplateValue.of(made);
    }

    private static TemplateValue ofList(String name, List<String> items, String separator) {
        return switch (name) {
            case "join", "array_to_sentence_string" ->
                name.equals("join") ? TemplateValue.of(String.join(separator, items)) : TemplateValue.UNKNOWN;
            case "first" -> items.isEmpty() ? TemplateValue.ABSENT : TemplateValue.of(items.get(0));
            case "last" -> items.isEmpty() ? TemplateValue.ABSENT : TemplateValue.of(items.get(items.size() - 1));
            case "size", "length" -> TemplateValue.of(Integer.toString(items.size()));
            case "sort" -> TemplateValue.of(items.stream().sorted().toList());
            case "uniq" -> TemplateValue.of(items.stream().distinct().toList());
            case "reverse" -> {
                List<String> turned = new java.util.ArrayList<>(items);
                java.util.Collections.reverse(turned);
                yield TemplateValue.of(turned);
            }
            default -> TemplateValue.UNKNOWN;
        };
    }

    private static TemplateValue split(String text, String separator) {
        return separator.isEmpty()
                ? TemplateValue.UNKNOWN
                : TemplateValue.of(List.of(text.split(java.util.regex.Pattern.quote(separator))));
    }

    private static TemplateValue number(String name, String left, String right) {
        if (!isInteger(left) || !isInteger(right)) {
            return TemplateValue.UNKNOWN;
        }
        long a = Long.parseLong(left);
        long b = Long.parseLong(right);
        return switch (name) {
            case "plus" -> TemplateValue.of(Long.toString(a + b));
            case "minus" -> TemplateValue.of(Long.toString(a - b));
            case "times" -> TemplateValue.of(Long.toString(a * b));
            default -> b == 0 ? TemplateValue.UNKNOWN : TemplateValue.of(Long.toString(Math.floorMod(a, b)));
        };
    }

    /** Returns whether a text is an integer far from the bounds of its type. */
    public static boolean isInteger(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        return text.length() > start
                && text.length() <= 9
                && text.substring(start).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int number(String text, int otherwise) {
        return isInteger(text) ? Integer.parseInt(text) : otherwise;
    }

    private static String replaceFirst(String text, String what, String by) {
        int at = what.isEmpty() ? -1 : text.indexOf(what);
        return at < 0 ? text : text.substring(0, at) + by + text.substring(at + what.length());
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String slug(String text) {
        StringBuilder slug = new StringBuilder();
        for (int c : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            if (Character.isLetterOrDigit(c)) {
                slug.appendCodePoint(c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        int end = slug.length();
        return end > 0 && slug.charAt(end - 1) == '-' ? slug.substring(0, end - 1) : slug.toString();
    }

    private static String text(List<TemplateValue> arguments, int place, String otherwise) {
        return place < arguments.size() ? arguments.get(place).text() : otherwise;
    }
}
