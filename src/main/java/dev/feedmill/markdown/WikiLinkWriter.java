package dev.feedmill.markdown;

import dev.feedmill.markdown.inline.WikiLink;
import dev.feedmill.web.MediaType;
import dev.feedmill.web.MediaTypes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.renderer.html.HtmlWriter;

/** Prints wiki links: a link for a known page, else text; pictures as pictures. */
final class WikiLinkWriter {
    /** A label may be a size: {@code ![[plum.png|300]]} or {@code |300x200}. */
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})(?:x(\\d{1,5}))?");

    private final HtmlWriter html;
    private final WikiLinkResolver links;

    WikiLinkWriter(HtmlWriter html, WikiLinkResolver links) {
        this.html = html;
        this.links = links;
    }

    void write(WikiLink link) {
        String address = links.addressOf(link.target(), link.line());
        if (link.isEmbedded() && isPicture(link.target())) {
            picture(link, address == null ? link.target() : address);
            return;
        }
        String words = link.label().isEmpty() ? words(link.target()) : link.label();
        if (address == null) {
            html.text(words);
            return;
        }
        html.tag("a", Map.of("href", address));
        html.text(words);
        html.tag("/a");
    }

    private void picture(WikiLink link, String address) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("src", address);
        Matcher size = SIZE.matcher(link.label());
        boolean isSize = size.matches();
        attributes.put("alt", isSize ? "" : link.label());
        if (isSize) {
            attributes.put("width", size.group(1));
        }
        if (isSize && size.group(2) != null) {
            attributes.put("height", size.group(2));
        }
        html.tag("img", attributes, true);
    }

    /** Returns the label of a target; a part of the same page has its own name. */
    private static String words(String target) {
        return target.startsWith("#") ? target.substring(1) : target.replace("#", " > ");
    }

    /** Returns whether a target is a picture; audio and video become players later. */
    private static boolean isPicture(String target) {
        MediaType type = MediaTypes.ofAddress(target);
        return type != null && (type.isImage() || type.isPlayed());
    }
}
