package dev.feedmill.template.tag;

import dev.feedmill.template.TagKind;
import dev.feedmill.template.TemplateCall;
import dev.feedmill.template.TemplateRules;
import dev.feedmill.template.scan.LiteralText;
import dev.feedmill.template.scan.Token;
import dev.feedmill.template.value.Filters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the HTML of a code tag. */
public final class CodeTag {
    private static final int MAX_LANGUAGE_LENGTH = 40;

    private CodeTag() {}

    public static String html(String text, Token token, TemplateCall call, TemplateRules rules, Layout layout) {
        String body = text.substring(token.bodyStart(), token.bodyEnd());
        if (rules.tags().kind(call.name()) == TagKind.FORMULA) {
            return "$$" + body.strip() + "$$";
        }
        String code = lines(LiteralText.of(body, rules), layout.prefix(token.start()));
        if (call.arguments().contains("hl_inline=true")) {
            return "<code>" + escaped(code.strip()) + "</code>";
        }
        Head head = rules.tags().kind(call.name()) == TagKind.DIAGRAM ? new Head(call.name(), "") : Head.of(call);
        String pre = pre(head.language(), code);
        return head.caption().isEmpty() ? layout.line(pre, token) : layout.block(captioned(head.caption(), pre), token);
    }

    /** Returns one line of HTML, which no blank line or indentation within the code can end. */
    static String pre(String language, String code) {
        String named = language.isEmpty() ? "" : " class=\"language-" + language + "\"";
        return "<pre><code" + named + ">" + escaped(code).replace("\n", "&#10;") + "</code></pre>";
    }

    static String captioned(String caption, String pre) {
        return "<figure><figcaption>" + caption + "</figcaption>" + pre + "</figure>";
    }

    /** Returns the code without surrounding line ends and the prefix of its block's lines. */
    private static String lines(String body, String prefix) {
        List<String> lines = new ArrayList<>();
        body.lines().map(line -> without(line, prefix)).forEach(lines::add);
        while (!lines.isEmpty() && lines.get(0).isBlank()) {
            lines.remove(0);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        return String.join("\n", lines);
    }

    private static String without(String line, String prefix) {
        int at = 0;
        while (at < prefix.length() && at < line.length() && line.charAt(at) == prefix.charAt(at)) {
            at++;
        }
        return line.substring(at);
    }

    private static String escaped(String code) {
        return code.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * The head of a code tag.
     *
     * @param caption as HTML
     */
    private record Head(String language, String caption) {
        private static Head of(TemplateCall call) {
            Arguments arguments = Arguments.of(call.arguments());
            boolean captioned = call.name().startsWith("code");
            String language = arguments.named("lang", "language");
            List<String> words = new ArrayList<>();
            String link = null;
            List<String> label = new ArrayList<>();
            for (Arguments.Argument argument : arguments.all()) {
                String value = argument.value();
                if (!argument.isWord()) {
                    continue;
                }
                if (value.startsWith("lang:")) {
                    language = value.substring(5);
                } else if (value.contains("://")) {
                    link = value;
                } else if (!isOption(value)) {
                    (link == null ? words : label).add(value);
                }
            }
            if (language == null
                    && !words.isEmpty()
                    && (!captioned || (words.size() == 1 && isLanguage(words.get(0))))) {
                language = words.remove(0);
            }
            String plain = language != null && isLanguage(language) ? language : "";
            String named = arguments.named("title", "caption", "filename", "file");
            String title = named != null ? named : captioned ? String.join(" ", words) : "";
            return new Head(plain, caption(title, captioned ? link : null, String.join(" ", label)));
        }

        private static String caption(String title, @Nullable String link, String label) {
            String words = title.isEmpty() ? "" : "<span>" + Filters.escaped(title) + "</span>";
            return link == null
                    ? words
                    : words
                            + (words.isEmpty() ? "" : " ")
                            + LinkTag.link(link, Filters.escaped(label.isEmpty() ? "link" : label));
        }

        /** Returns whether a word is an option, such as {@code line_number:false} and {@code first_line:2}. */
        private static boolean isOption(String word) {
            int colon = word.indexOf(':');
            boolean option = colon > 0 && colon + 1 < word.length() && word.charAt(colon + 1) != '/';
            return option || word.equals("linenos");
        }

        private static boolean isLanguage(String word) {
            return word.length() <= MAX_LANGUAGE_LENGTH
                    && Character.isLetter(word.charAt(0))
                    && word.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "_+#-".indexOf(c) >= 0));
        }
    }
}
