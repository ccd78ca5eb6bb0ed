package dev.feedmill.feed;

import dev.feedmill.address.Format;
import dev.feedmill.article.Enclosure;
import dev.feedmill.feed.coding.RawText;
import dev.feedmill.feed.item.FeedHead;
import dev.feedmill.feed.item.FeedItem;
import dev.feedmill.feed.item.FeedPicture;
import dev.feedmill.feed.item.LeadPicture;
import dev.feedmill.feed.item.SyndicationPeriod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * The elements of other namespaces in feeds.
 *
 * <p>ROME's own modules are not used: its content module writes {@code content:encoded} as CDATA that a body can break
 * out of, and the mere presence of all modules delays the first feed.
 */
final class XmlExtensions {
    static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    static final Namespace CONTENT = Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
    static final Namespace DC = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
    static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");

    static final Namespace SY = Namespace.getNamespace("sy", "http://purl.org/rss/1.0/modules/syndication/");
    static final Namespace FH = Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

    private static final Namespace AT = Namespace.getNamespace("at", "http://purl.org/atompub/tombstones/1.0");

    private XmlExtensions() {}

    static Element text(Namespace namespace, String name, String text) {
        return new Element(name, namespace).setText(text);
    }

    static Element encoded(String html) {
        return new Element("encoded", CONTENT).addContent(new RawText(html));
    }

    /** The URLs of this document and of related ones (RFC 5005 sections 3 and 4), by their relation. */
    static Map<String, String> links(FeedHead.Links of) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", of.self());
        if (of.current() != null) {
            links.put("current", of.current());
        }
        if (of.older() != null) {
            links.put("prev-archive", of.older());
        }
        if (of.newer() != null) {
            links.put("next-archive", of.newer());
        }
        if (of.next() != null) {
            links.put("next", of.next());
        }
        return links;
    }

    static Element link(String relation, String url, Format format) {
        return new Element("link", ATOM)
                .setAttribute("rel", relation)
                .setAttribute("type", format.bareType())
                .setAttribute("href", url);
    }

    /** The link to a hub (WebSub section 4), whose resource has no type of its own. */
    static Element hub(String url) {
        return new Element("link", ATOM).setAttribute("rel", "hub").setAttribute("href", url);
    }

    /** The elements for the polling period and for the part of the feed in this document (RFC 5005). */
    static List<Element> history(FeedHead head, @Nullable SyndicationPeriod period) {
        List<Element> history = new ArrayList<>();
        if (period != null && head.links().current() == null) {
            history.add(text(SY, "updatePeriod", period.period()));
            history.add(text(SY, "updateFrequency", Long.toString(period.frequency())));
        }
        if (head.complete()) {
            history.add(new Element("complete", FH));
        } else if (head.links().current() != null) {
            history.add(new Element("archive", FH));
        }
        return history;
    }

    /** The elements for entries that are in the feed no more (RFC 6721 section 3). */
    static List<Element> deleted(FeedHead head) {
        return head.deleted().stream()
                .map(entry -> new Element("deleted-entry", AT)
                        .setAttribute("ref", entry.id())
                        .setAttribute("when", entry.deletedAt().toString()))
                .toList();
    }

    /** The Media RSS element of a further enclosure. */
    static Element media(Enclosure enclosure) {
        Element content = new Element("content", MEDIA)
                .setAttribute("url", enclosure.url())
                .setAttribute("type", enclosure.type());
        if (enclosure.isPlayed()) {
            content.setAttribute("medium", enclosure.type().substring(0, 5));
        }
        if (enclosure.bytes() > 0) {
            content.setAttribute("fileSize", Long.toString(enclosure.bytes()));
        }
        return enclosure.seconds() > 0 ? content.setAttribute("duration", Long.toString(enclosure.seconds())) : content;
    }

    /**
     * The elements for the lead picture, in two forms, since some readers know only one. If the body begins with the
     * picture, only the thumbnail is used: Thunderbird shows media as attachments, right beside the same picture.
     */
    static List<Element> picture(FeedItem item) {
        FeedPicture picture = item.picture();
        if (picture == null) {
            return List.of();
        }
        Element thumbnail = sized("thumbnail", picture);
        if (LeadPicture.opens(item.body(), picture.url())) {
            return List.of(thumbnail);
        }
        Element content = sized("content", picture).setAttribute("medium", "image");
        if (picture.length() > 0) {
            content.setAttribute("fileSize", Long.toString(picture.length()));
        }
        String type = picture.type();
        return List.of(thumbnail, type == null ? content : content.setAttribute("type", type));
    }

    private static Element sized(String name, FeedPicture picture) {
        Element element = new Element(name, MEDIA).setAttribute("url", picture.url());
        if (picture.width() > 0) {
            element.setAttribute("width", Integer.toString(picture.width()));
            element.setAttribute("height", Integer.toString(picture.height()));
        }
        return element;
    }
}
