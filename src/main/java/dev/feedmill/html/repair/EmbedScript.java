package dev.feedmill.html.repair;

import dev.feedmill.html.allowed.BaseUrl;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds the page of embedded content that a script would show: a snippet, slides, a recorded terminal. Most scripts
 * show nothing of their own; one that does names its content in its address or attributes.
 */
final class EmbedScript {
    /** Last name of an address with an id: {@code 123.js}, {@code 0a1b2c3d4e5f.js}. */
    private static final Pattern NUMBERED = Pattern.compile("(?:\\d{2,}|[0-9a-f]{16,})\\.(?:js|json|jsonp)");

    private static final Pattern ENDING = Pattern.compile("\\.(?:js|jsonp?)$");
    private static final Set<String> LOADERS =
            Set.of("embed", "embeds", "assets", "js", "resources", "static", "dist", "scripts", "lib", "v1", "en_us");

    private EmbedScript() {}

    /** Returns the page's address; empty if the script shows nothing that has a page. */
    static String address(Element script, BaseUrl base) {
        String url = base.web(script.attr("src"));
        if (url == null || hasStandIn(script)) {
            return "";
        }
        String slides = script.attr("data-id");
        if (script.hasClass("speakerdeck-embed") && !slides.isBlank()) {
            return "https://speakerdeck.com/player/" + slides;
        }
        String post = script.attr("data-telegram-post");
        if (!post.isBlank()) {
            return "https://t.me/" + post;
        }
        String page = page(url);
        return page == null ? "" : page;
    }

    private static @Nullable String page(String url) {
        String whole = url.replaceFirst("[?#].*$", "");
        List<String> names = List.of(whole.substring(whole.indexOf("//") + 2).split("/", -1));
        String last = names.get(names.size() - 1).toLowerCase(Locale.ROOT);
        if (names.size() > 2 && NUMBERED.matcher(last).matches()) {
            return ENDING.matcher(whole).replaceFirst("");
        }
        boolean embed =
                names.stream().skip(1).anyMatch(name -> name.equalsIgnoreCase("embed")) || last.equals("embed.js");
        boolean named = names.stream()
                .skip(1)
                .map(name -> ENDING.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst(""))
                .anyMatch(name -> !LOADERS.contains(name) && name.length() > 3);
        return embed && named ? url : null;
    }

    /** Returns whether a fallback for clients without scripts is next to it, as is common. */
    private static boolean hasStandIn(Element script) {
        Node next = script.nextSibling();
        while (next instanceof TextNode text && text.isBlank()) {
            next = next.nextSibling();
        }
        return next instanceof Element element
                && element.nameIs("noscript")
                && element.selectFirst("a[href], img[src], iframe[src]") != null;
    }
}
