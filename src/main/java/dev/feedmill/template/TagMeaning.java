package dev.feedmill.template;

import dev.feedmill.html.PlainText;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is shown in place of one tag of a generator, and what an author must know about it. */
final class TagMeaning {
    private static final Set<String> PICTURES = Set.of("img", "asset_img", "image", "figure");

    /** They show nothing by themselves. */
    private static final Set<String> SILENT = Set.of("""
            assign set capture increment decrement layout extends block import from load cache spaceless autoescape with
            else elif elsif elseif elseunless when default break continue more excerpt toc liquid""".split("\\s+", -1));

    private static final Set<String> CHOICES = Set.of("if", "unless", "case", "ifchanged", "switch");
    private static final Set<String> LOOPS = Set.of("for", "tablerow", "each");
    private static final Pattern END =
            Pattern.compile("\\{(?:%-?\\s{0,9}end_?|\\{[<%]\\s{0,9}/\\s{0,9})([\\w-]{1,60})");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    private final String text;
    private @Nullable Set<String> ends;

    TagMeaning(String text) {
        this.text = text;
    }

    /**
     * What stands in its place.
     *
     * @param html Markdown or HTML, as the body it stands in
     * @param problem null where nothing is lost
     */
    record Shown(String html, @Nullable String problem) {
        static final Shown NOTHING = new Shown("", null);
    }

    /** Braces within a formula of TeX, such as {@code x_{{i}}}. */
    static boolean isFormula(String text, int braces) {
        int i = braces - 1;
        if (i >= 0 && "_^}".indexOf(text.charAt(i)) >= 0) {
            return true;
        }
        while (i >= 0 && i > braces - 30 && Character.isLetter(text.charAt(i))) {
            i--;
        }
        return i >= 0 && i < braces - 1 && text.charAt(i) == '\\';
    }

    /** Braces in quotes, of which somebody speaks. */
    static boolean isQuoted(String text, int braces) {
        char before = braces > 0 ? text.charAt(braces - 1) : ' ';
        return (before == '\'' || before == '"') && braces + 2 < text.length() && text.charAt(braces + 2) == before;
    }

    /** A text in quotes is what it says; any other value is known only to the generator. */
    static Shown ofValue(String inner) {
        String value = inner.startsWith("-") ? inner.substring(1).strip() : inner;
        Matcher quoted = QUOTED.matcher(value);
        if (quoted.matches()) {
            String words = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
            return new Shown(words, null);
        }
        return leftOut("{{ " + value + " }}");
    }

    Shown ofTag(TemplateCall call) {
        return of(call, "{% " + call.name() + " %}");
    }

    /** @param close behind which it ends */
    Shown ofShortcode(String inner, TemplateCall call, String close) {
        if (inner.startsWith("/*") && inner.endsWith("*/") && inner.length() >= 4) {
            String open = close.startsWith(">") ? "{{&lt;" : "{{%";
            return new Shown(open + inner.substring(2, inner.length() - 2) + close, null);
        }
        boolean angle = close.startsWith(">");
        return of(call, (angle ? "{{< " : "{{% ") + call.name() + (angle ? " >}}" : " %}}"));
    }

    private Shown of(TemplateCall call, String shown) {
        String name = call.name();
        String html =
                PICTURES.contains(name) ? TagPicture.html(call.arguments()) : TagPicture.player(name, call.arguments());
        if (!html.isEmpty() || name.isEmpty() || SILENT.contains(name) || isEnd(name)) {
            return new Shown(html, null);
        }
        if (CHOICES.contains(name)) {
            return new Shown("", "'" + shown + "' cannot be decided here; all that it may show is shown");
        }
        if (LOOPS.contains(name)) {
            return new Shown("", "'" + shown + "' cannot be run here; what it repeats is shown once");
        }
        if (ends().contains(name)) {
            return call.hasWords()
                    ? new Shown(
                            "", "'" + shown + "' is not known here; what it encloses is shown, its arguments are not")
                    : Shown.NOTHING;
        }
        return leftOut(shown);
    }

    private static boolean isEnd(String name) {
        return name.startsWith("end") || name.startsWith("/");
    }

    private static Shown leftOut(String shown) {
        return new Shown("", "'" + PlainText.cut(shown, 60) + "' cannot be run here; it is left out");
    }

    /** Names of which an end tag stands somewhere. */
    private Set<String> ends() {
        if (ends == null) {
            Set<String> found = new HashSet<>();
            Matcher end = END.matcher(text);
            while (end.find()) {
                found.add(end.group(1).toLowerCase(Locale.ROOT));
            }
            ends = found;
        }
        return ends;
    }
}
