package dev.feedmill.feed;

import dev.feedmill.address.Address;
import dev.feedmill.address.Channel;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.address.Parameter;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.coding.XmlBytes;
import dev.feedmill.feed.item.Site;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Renders the OpenSearch 1.1 description, by which browsers and readers offer the search of the site. */
public final class OpenSearchRenderer {
    /** The media type, for links. */
    public static final String MEDIA_TYPE = "application/opensearchdescription+xml";

    private static final Namespace OPEN_SEARCH = Namespace.getNamespace("http://a9.com/-/spec/opensearch/1.1/");
    private static final String QUERY = "?" + Parameter.WORDS + "={searchTerms}";

    /** Longest texts that the format allows, in characters. */
    private static final int SHORT_NAME = 16;

    private static final int DESCRIPTION = 1024;

    private OpenSearchRenderer() {}

    /**
     * The description of a site.
     *
     * @param icon of the site, with 32 pixels a side
     */
    public static Document of(Site site, Address.Asset icon) {
        Element root = new Element("OpenSearchDescription", OPEN_SEARCH);
        root.addContent(text("ShortName", cut(site.title(), SHORT_NAME)));
        String about = site.description().equals(site.title()) ? "" : " – " + site.description();
        root.addContent(text("Description", cut(site.title() + about, DESCRIPTION)));
        root.addContent(text("InputEncoding", "UTF-8"));
        root.addContent(text("Image", icon.at(site.server()))
                .setAttribute("width", "32")
                .setAttribute("height", "32"));
        root.addContent(url("text/html", FixedAddress.SEARCH.at(site.server()) + QUERY));
        for (Format format : Format.values()) {
            root.addContent(
                    url(format.bareType(), Channel.EVERYTHING.feed(format).at(site.server()) + QUERY));
        }
        root.addContent(
                url(MEDIA_TYPE, FixedAddress.OPEN_SEARCH.at(site.server())).setAttribute("rel", "self"));
        return new Document(MEDIA_TYPE + "; charset=utf-8", XmlBytes.of(new org.jdom2.Document(root)));
    }

    private static Element text(String name, String text) {
        return new Element(name, OPEN_SEARCH).setText(text);
    }

    private static Element url(String type, String template) {
        return new Element("Url", OPEN_SEARCH).setAttribute("type", type).setAttribute("template", template);
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length - 1)).strip() + "…";
    }
}
