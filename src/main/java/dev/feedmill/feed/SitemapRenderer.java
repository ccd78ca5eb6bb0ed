package dev.feedmill.feed;

import dev.feedmill.address.Address;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.coding.XmlBytes;
import dev.feedmill.feed.item.Site;
import dev.feedmill.selection.PageAddress;
import dev.feedmill.web.ServerUrl;
import java.time.Instant;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** Renders sitemaps, from which search engines find every page (sitemaps.org/protocol.html, 0.9). */
public final class SitemapRenderer {
    /** Most addresses in one file. */
    public static final int MAX_PAGES = 50_000;

    private static final String MEDIA_TYPE = "application/xml; charset=utf-8";
    private static final Namespace SITEMAP = Namespace.getNamespace("http://www.sitemaps.org/schemas/sitemap/0.9");
    private final ServerUrl server;

    public SitemapRenderer(Site site) {
        this.server = site.server();
    }

    /** The sitemap index. */
    public Document index(List<Address.SitemapPart> parts) {
        Element root = new Element("sitemapindex", SITEMAP);
        parts.forEach(part -> root.addContent(entry("sitemap", part, null)));
        return document(root);
    }

    /** One sitemap file, of at most {@link #MAX_PAGES} pages. */
    public Document pages(List<PageAddress> pages) {
        Element root = new Element("urlset", SITEMAP);
        pages.forEach(page -> root.addContent(entry("url", page.address(), page.updated())));
        return document(root);
    }

    /** A sitemap file of pages without dates of change. */
    public Document addresses(List<Address> pages) {
        Element root = new Element("urlset", SITEMAP);
        pages.forEach(page -> root.addContent(entry("url", page, null)));
        return document(root);
    }

    private Element entry(String name, Address address, @Nullable Instant changed) {
        Element entry = new Element(name, SITEMAP).addContent(new Element("loc", SITEMAP).setText(address.at(server)));
        return changed == null ? entry : entry.addContent(new Element("lastmod", SITEMAP).setText(changed.toString()));
    }

    private static Document document(Element root) {
        return new Document(MEDIA_TYPE, XmlBytes.of(new org.jdom2.Document(root)));
    }
}
