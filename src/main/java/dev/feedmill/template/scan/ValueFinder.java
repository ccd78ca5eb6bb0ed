package dev.feedmill.template.scan;

import dev.feedmill.html.markup.ForwardFinder;
import dev.feedmill.template.TemplateRules;
import dev.feedmill.template.TemplateRules.Syntax;
import dev.feedmill.template.ValueNames;
import dev.feedmill.template.scan.Token.Kind;
import dev.feedmill.template.value.Arithmetic;
import dev.feedmill.template.value.Expression;
import dev.feedmill.template.value.Filters;
import java.util.Set;

/** Finds values in double braces, and distinguishes them from text. */
public final class ValueFinder {
    /** Names of objects that occur only in Liquid values. */
    private static final Set<String> SURE =
            Set.of("page", "site", "post", "include", "layout", "content", "paginator", "forloop");

    private static final int MAX_LENGTH = 5_000;

    /** Length limit of a value with nested braces, so that the same text is not scanned repeatedly. */
    private static final int MAX_NESTED_LENGTH = 200;

    private final String text;
    private final TemplateRules rules;
    private final Tokens tokens;
    private final ForwardFinder finder;

    public ValueFinder(String text, TemplateRules rules, Tokens tokens, ForwardFinder finder) {
        this.text = text;
        this.rules = rules;
        this.tokens = tokens;
        this.finder = finder;
    }

    /** Returns the offset after the value, or -1. */
    public int find(int at, int limit) {
        int end = finder.find("}}", at + 2);
        if (end < 0 || end >= limit || end - at > MAX_LENGTH || (end - at > MAX_NESTED_LENGTH && isNested(at, end))) {
            return -1;
        }
        boolean values = rules.has(Syntax.VALUES) || rules.has(Syntax.SURE_VALUES) || rules.has(Syntax.VUE_VALUES);
        if (values && !isFormula(at)) {
            int behind = value(at, end);
            // A quoted text may contain the closing braces.
            int second = behind < 0 && isQuoteOpen(at + 2, end) ? finder.find("}}", end + 2) : -1;
            behind = second < 0 || second >= limit ? behind : value(at, second);
            if (behind > 0) {
                return behind;
            }
        }
        int attribute = rules.has(Syntax.JSX) ? attribute(at) : -1;
        if (attribute < 0) {
            return -1;
        }
        tokens.skip(attribute, end + 2);
        return end + 2;
    }

    /** Returns the start of the attribute whose value is in these braces, or -1. */
    private int attribute(int braces) {
        int start = braces - 1;
        boolean value = start > 0 && text.charAt(start) == '=';
        while (value && start > Math.max(tokens.coveredTo(), braces - 40) && isNameChar(text.charAt(start - 1))) {
            start--;
        }
        return value && start < braces - 1 ? start : -1;
    }

    private static boolean isNameChar(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ':';
    }

    private boolean isNested(int at, int end) {
        int inner = finder.find("{{", at + 2);
        return inner >= 0 && inner < end;
    }

    private int value(int at, int end) {
        int start = text.startsWith("-", at + 2) ? at + 3 : at + 2;
        boolean trims = end > start && text.charAt(end - 1) == '-';
        String inner = text.substring(start, trims ? end - 1 : end).strip();
        Expression expression = inner.isEmpty() ? null : Expression.parse(inner);
        if (expression == null
                && !(rules.names() != ValueNames.LIQUID
                        && !rules.has(Syntax.SURE_VALUES)
                        && Arithmetic.value(inner) != null)) {
            return -1;
        }
        if (expression != null && rules.has(Syntax.SURE_VALUES) && !isSure(at, expression, inner)) {
            return -1;
        }
        // The angle brackets of an automatic link are removed with an unknown address.
        boolean link = at > 0 && text.charAt(at - 1) == '<' && text.startsWith(">", end + 2) && tokens.coveredTo() < at;
        if (link) {
            tokens.add(Token.of(Kind.VALUE, at - 1, end + 3, inner));
            return end + 3;
        }
        tokens.add(Token.of(Kind.VALUE, at, end + 2, inner));
        if (start == at + 3) {
            tokens.trimBefore(at);
        }
        return trims ? tokens.trimAfter(end + 2) : end + 2;
    }

    /** Returns whether it is a value in the template language of any generator. */
    private boolean isSure(int at, Expression expression, String inner) {
        if (at > 0 && text.charAt(at - 1) == '$') {
            return false;
        }
        if (!expression.isName()) {
            return !Filters.isInteger(inner);
        }
        String name = expression.name();
        int dot = name.indexOf('.');
        return (dot > 0 && SURE.contains(name.substring(0, dot))) || isPlain(inner);
    }

    /** Returns whether it is a usual name: ASCII letters, not beginning with a capital. */
    private static boolean isPlain(String inner) {
        return inner.charAt(0) >= 'a' && inner.charAt(0) <= 'z';
    }

    private boolean isQuoteOpen(int start, int end) {
        int quotes = 0;
        for (int i = start; i < end; i++) {
            quotes += text.charAt(i) == '"' || text.charAt(i) == '\'' ? 1 : 0;
        }
        return quotes % 2 == 1;
    }

    /** Returns whether the braces are part of a TeX formula, such as {@code x_{{i}}}. */
    private boolean isFormula(int braces) {
        int i = braces - 1;
        if (i >= 0 && "_^}".indexOf(text.charAt(i)) >= 0) {
            return text.charAt(i) != '}' || i == 0 || "}%".indexOf(text.charAt(i - 1)) < 0;
        }
        while (i >= 0 && i > braces - 30 && Character.isLetter(text.charAt(i))) {
            i--;
        }
        return i >= 0 && i < braces - 1 && text.charAt(i) == '\\';
    }
}
