package dev.feedmill.markdown;

import dev.feedmill.markdown.inline.WikiLink;
import dev.feedmill.web.MediaType;
import dev.feedmill.web.MediaTypes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/** Prints links to pages by their names: as links where the page is known, as words elsewhere, pictures as pictures. */
final class WikiLinkWriter {
    private final HtmlWriter html;
    private final WikiLinks links;

    WikiLinkWriter(HtmlWriter html, WikiLinks links) {
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
        String size = size(link.label());
        attributes.put("alt", size == null ? link.label() : "");
        if (size != null) {
            attributes.put("width", size);
        }
        html.tag("img", attributes, true);
    }

    /** The width, where a label names a size: {@code ![[plum.png|300]]} or {@code |300x200}. */
    private static @Nullable String size(String label) {
        int end = 0;
        while (end < label.length() && Character.isDigit(label.charAt(end))) {
            end++;
        }
        boolean size = end > 0 && end < 6 && (end == label.length() || label.charAt(end) == 'x');
        return size ? label.substring(0, end) : null;
    }

    /** A part of this page goes by its own name. */
    private static String words(String target) {
        return target.startsWith("#") ? target.substring(1) : target.replace("#", " > ");
    }

    /** Sounds and films become players later. */
    private static boolean isPicture(String target) {
        MediaType type = MediaTypes.ofAddress(target);
        return type != null && (type.isImage() || type.isPlayed());
    }
}
