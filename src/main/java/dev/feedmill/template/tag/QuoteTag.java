package dev.feedmill.template.tag;

import dev.feedmill.template.value.Filters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A quotation with its attribution, as Hexo prints it. */
public final class QuoteTag {
    private QuoteTag() {}

    public static TagWrapper of(Arguments arguments) {
        String author = arguments.named("author", "by", "name", "cite", "who");
        String link = arguments.named("link", "url", "src", "href");
        String title = arguments.named("title", "source", "caption");
        if (author == null && link == null && title == null) {
            return positional(arguments);
        }
        return quote(author, link, title);
    }

    /** Parses {@code author[, source] [address] [title]}. */
    private static TagWrapper positional(Arguments arguments) {
        String written = arguments.written().replace("\"", "").strip();
        int address = written.indexOf("http://") >= 0 ? written.indexOf("http://") : written.indexOf("https://");
        if (address >= 0) {
            int end = address;
            while (end < written.length() && !Character.isWhitespace(written.charAt(end))) {
                end++;
            }
            String author = written.substring(0, address).strip();
            int comma = author.indexOf(',');
            String title = written.substring(end).strip();
            return quote(author, written.substring(address, end), title.isEmpty() && comma < 0 ? null : title);
        }
        int comma = written.indexOf(',');
        return comma < 0
                ? quote(written, null, null)
                : quote(
                        written.substring(0, comma).strip(),
                        null,
                        written.substring(comma + 1).strip());
    }

    private static TagWrapper quote(@Nullable String author, @Nullable String link, @Nullable String title) {
        List<String> parts = new ArrayList<>();
        if (author != null && !author.isEmpty()) {
            parts.add("<strong>" + Filters.escaped(author) + "</strong>");
        }
        String words = title == null || title.isEmpty() ? null : Filters.escaped(title);
        if (link != null) {
            parts.add("<cite>" + LinkTag.link(link, words == null ? bare(link) : words) + "</cite>");
        } else if (words != null) {
            parts.add("<cite>" + words + "</cite>");
        }
        String footer = parts.isEmpty() ? "" : "<footer>" + String.join(" ", parts) + "</footer>";
        return TagWrapper.block("<blockquote markdown=\"1\">", footer + "</blockquote>");
    }

    private static String bare(String link) {
        String bare = link.replaceFirst("^https?://", "");
        return Filters.escaped(bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare);
    }
}
