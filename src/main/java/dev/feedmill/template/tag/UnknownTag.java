package dev.feedmill.template.tag;

import dev.feedmill.template.value.Filters;
import java.util.Set;

/** Fallback output of an unknown tag: its URLs and texts. */
public final class UnknownTag {
    private static final Set<String> WORDS =
            Set.of("title", "text", "caption", "label", "content", "description", "alt", "summary", "body", "quote");

    private UnknownTag() {}

    public static TagOutput shown(Arguments arguments, String tag) {
        StringBuilder html = new StringBuilder();
        boolean address = false;
        boolean said = false;
        boolean whole = true;
        for (Arguments.Argument argument : arguments.all()) {
            String value = argument.value();
            boolean web = value.startsWith("https://") || value.startsWith("http://");
            boolean sentence = argument.isWord() && argument.quoted() && value.indexOf(' ') > 0;
            boolean words = !web && (sentence || WORDS.contains(argument.name()));
            String piece = web && value.indexOf(' ') < 0
                    ? address(value)
                    : !web && PictureTag.isPicture(value) && value.indexOf(' ') < 0
                            ? image(value)
                            : words && !value.isBlank() ? Filters.escaped(value) : "";
            address |= !piece.isEmpty() && !words;
            said |= !piece.isEmpty() && words;
            whole &= !piece.isEmpty();
            html.append(html.isEmpty() || piece.isEmpty() ? "" : " ").append(piece);
        }
        if (html.isEmpty()) {
            return TagOutput.lost("'" + tag + "' is not known here; it is left out");
        }
        return whole
                ? TagOutput.inline(html.toString())
                : TagOutput.inline(html.toString())
                        .with("'" + tag + "' is not known here; only "
                                + (address ? said ? "the address and the words" : "the address" : "the words")
                                + " it names can be shown");
    }

    private static String address(String value) {
        return PictureTag.isPicture(value) ? image(value) : LinkTag.link(value, Filters.escaped(value));
    }

    private static String image(String value) {
        return "<img src=\"" + Filters.escaped(value) + "\" alt=\"\">";
    }
}
