package dev.feedmill.feed;

import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * The elements of other namespaces that feeds carry.
 *
 * <p>ROME's own modules are not used: theirs writes {@code content:encoded} as CDATA, which a body can break out of, and
 * the mere presence of all modules makes the first feed late.
 */
final class Markup {
    static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    static final Namespace CONTENT = Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
    static final Namespace DC = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
    static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");

    private Markup() {}

    static Element text(Namespace namespace, String name, String text) {
        return new Element(name, namespace).setText(text);
    }

    static Element encoded(String html) {
        return new Element("encoded", CONTENT).addContent(new RawText(html));
    }

    static Element self(String url, Format format) {
        return new Element("link", ATOM)
                .setAttribute("rel", "self")
                .setAttribute("type", format.bareType())
                .setAttribute("href", url);
    }

    /** Some readers know only one of the two, so both name the picture. */
    static List<Element> picture(@Nullable String url) {
        if (url == null) {
            return List.of();
        }
        Element thumbnail = new Element("thumbnail", MEDIA).setAttribute("url", url);
        Element content = new Element("content", MEDIA).setAttribute("url", url).setAttribute("medium", "image");
        String type = ImageTypes.of(url);
        return List.of(thumbnail, type == null ? content : content.setAttribute("type", type));
    }
}
