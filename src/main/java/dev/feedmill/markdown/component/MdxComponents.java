package dev.feedmill.markdown.component;

import java.util.Locale;
import java.util.Set;

/** Replacements of components: links for players and pictures, text for titles. */
final class MdxComponents {
    /** Components that have content and no text of their own. */
    private static final Set<String> HOLDERS = Set.of("""
            tabs tabitem tab steps step details admonition note tip info warning danger caution aside card cards cardgrid
            columns column callout accordion accordions codegroup codegroupitem codeblock fragment box center figure
            browseronly clientonly head blogposttruncate toc tocinline link routerlink nuxtlink outboundlink content
            transition teleport slot component suspense keepalive""".split("\\s+", -1));

    private static final Set<String> LINKS = Set.of("link", "routerlink", "nuxtlink");

    private MdxComponents() {}

    static boolean isKnown(JsxTag tag) {
        return tag.name().isEmpty() || HOLDERS.contains(tag.name().toLowerCase(Locale.ROOT));
    }

    /** Returns Markdown, or an empty text. */
    static String shown(JsxTag tag) {
        String player = player(tag);
        if (!player.isEmpty()) {
            return "[" + player + "](<" + player + ">)";
        }
        String address = tag.first("src", "href", "url", "link", "to");
        String words = words(tag);
        String title = escaped(words);
        if (tag.isEmpty() && isAddress(address)) {
            boolean picture = address.toLowerCase(Locale.ROOT).matches(".+\\.(png|jpe?g|gif|webp|svg|avif)([?#].*)?");
            return picture
                    ? "![" + title + "](<" + address + ">)"
                    : "[" + (title.isEmpty() ? address : title) + "](<" + address + ">)";
        }
        if (tag.name().equals("Badge")) {
            return title;
        }
        boolean titled = isKnown(tag) || tag.isEmpty();
        return titled && !title.isEmpty() ? "**" + title + "**" : "";
    }

    /** Returns the start or end tag of a link that replaces a component around words; empty for others. */
    static String link(JsxTag tag) {
        if (tag.isEmpty() || !LINKS.contains(tag.name().toLowerCase(Locale.ROOT))) {
            return "";
        }
        String address = tag.first("to", "href");
        return tag.closes() ? "</a>" : address.isEmpty() ? "<a>" : "<a href=\"" + address.replace("\"", "%22") + "\">";
    }

    /** Returns the title of a component with content, as HTML. */
    static String heading(JsxTag tag) {
        String title = words(tag).replace("&", "&amp;").replace("<", "&lt;");
        return "<p><strong>" + title + "</strong></p>";
    }

    private static String words(JsxTag tag) {
        return tag.first("title", "label", "alt", "caption", "summary", "name", "text");
    }

    private static boolean isAddress(String text) {
        boolean whole = text.startsWith("https://") || text.startsWith("http://");
        return (whole || text.startsWith("/") || text.startsWith("./") || text.startsWith("../"))
                && text.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>');
    }

    private static String player(JsxTag tag) {
        String name = tag.name().toLowerCase(Locale.ROOT);
        String id = tag.first(
                "id",
                "videoId",
                "youTubeId",
                "youtubeId",
                "video",
                "tweetId",
                "tweetLink",
                "gistId",
                "gistLink",
                "url",
                "link");
        if (id.isEmpty() || id.chars().anyMatch(c -> c <= ' ' || c == '<' || c == '>')) {
            return "";
        }
        if (id.startsWith("https://") || id.startsWith("http://")) {
            return isPlayer(name) ? id : "";
        }
        if (name.contains("youtube")) {
            return "https://www.youtube.com/watch?v=" + id;
        } else if (name.contains("vimeo")) {
            return "https://vimeo.com/" + id;
        } else if (name.contains("tweet") || name.equals("twitter")) {
            return id.contains("/") ? "https://x.com/" + id : "https://x.com/i/status/" + id;
        } else if (name.contains("gist")) {
            return "https://gist.github.com/" + id;
        } else if (name.contains("codesandbox")) {
            return "https://codesandbox.io/s/" + id;
        } else if (name.contains("stackblitz")) {
            return "https://stackblitz.com/edit/" + id;
        } else if (name.contains("codepen")) {
            return "https://codepen.io/" + tag.first("user", "author")
                    + (tag.first("user", "author").isEmpty() ? "" : "/pen/") + id;
        }
        return "";
    }

    private static boolean isPlayer(String name) {
        return name.matches(
                ".*(youtube|vimeo|tweet|twitter|gist|codesandbox|stackblitz|codepen|video|player|embed|spotify).*");
    }

    static String escaped(String words) {
        return words.replaceAll("([\\[\\]*_`<\\\\])", "\\\\$1");
    }
}
