package dev.feedmill.feed;

import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** The elements of other namespaces that feeds carry. */
final class Markup {
    static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    static final Namespace CONTENT = Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
    static final Namespace DC = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
    static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");

    private Markup() {}

    static Element text(Namespace namespace, String name, String text) {
        return new Element(name, namespace).setText(text);
    }

    static Element self(String url, Format format) {
        return new Element("link", ATOM)
                .setAttribute("rel", "self")
                .setAttribute("type", format.bareType())
                .setAttribute("href", url);
    }

    /** Some readers know only one of the two, so both name the picture. */
    static Element mediaContent(String url) {
        Element content = new Element("content", MEDIA).setAttribute("url", url).setAttribute("medium", "image");
        @Nullable String type = FeedTexts.imageType(url);
        return type == null ? content : content.setAttribute("type", type);
    }

    static Element mediaThumbnail(String url) {
        return new Element("thumbnail", MEDIA).setAttribute("url", url);
    }
}
