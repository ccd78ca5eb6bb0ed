package dev.feedmill.feed;

import static dev.feedmill.feed.Xml.ATOM;
import static dev.feedmill.feed.Xml.CONTENT;
import static dev.feedmill.feed.Xml.DC;
import static dev.feedmill.feed.Xml.MEDIA;
import static dev.feedmill.feed.Xml.NONE;

import dev.feedmill.address.Format;
import dev.feedmill.feed.coding.Document;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.w3c.dom.Element;

/** What the W3C feed validator would say, one rule at a time (its rule names in brackets), and some of our own. */
public final class FeedRules {
    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US);

    private final List<String> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private FeedRules() {}

    public static List<String> faults(Format format, Document document) {
        FeedRules rules = new FeedRules();
        switch (format) {
            case RSS -> rules.rss(Xml.root(document));
            case ATOM -> rules.atom(Xml.root(document));
            case JSON -> rules.json(Json.read(document));
        }
        return rules.faults;
    }

    private void rss(Element root) {
        check(root.getAttribute("version").equals("2.0"), "version");
        namespacesAtTheRoot(root);
        Element channel = Xml.children(root, NONE, "channel").get(0);
        for (String name : List.of("title", "link", "description", "language", "generator", "ttl", "lastBuildDate")) {
            once(channel, NONE, name, 1, 1); // [MissingElement, DuplicateElement]
        }
        url(Xml.text(channel, NONE, "link"));
        rfc822(Xml.text(channel, NONE, "lastBuildDate"));
        check(Integer.parseInt(Xml.text(channel, NONE, "ttl")) > 0, "ttl");
        links(channel, "self", 1); // [MissingAtomSelfLink]
        for (Element item : Xml.children(channel, NONE, "item")) {
            item(item);
        }
    }

    private void item(Element item) {
        for (String name : List.of("link", "guid", "pubDate")) {
            once(item, NONE, name, 1, 1);
        }
        once(item, NONE, "title", 0, 1);
        once(item, NONE, "description", 0, 1);
        List<String> titles = Xml.texts(item, NONE, "title");
        check(
                !titles.isEmpty() || !Xml.children(item, NONE, "description").isEmpty(),
                "neither title nor description"); // [ItemMustContainTitleOrDescription]
        once(item, CONTENT, "encoded", 0, 1);
        check(
                order(item, "description") < order(item, "content:encoded"),
                "description behind the content"); // [NeedDescriptionBeforeContent]
        once(item, DC, "creator", 1, 99);
        titles.forEach(title -> check(!title.isBlank(), "blank title"));
        url(Xml.text(item, NONE, "link"));
        // [DuplicateItemSemantics, InvalidContact]
        once(item, NONE, "author", 0, 0);
        once(item, DC, "date", 0, 0);
        once(item, DC, "subject", 0, 0);
        Element guid = Xml.children(item, NONE, "guid").get(0);
        check(guid.getAttribute("isPermaLink").equals("false"), "guid is no permalink");
        id(guid.getTextContent());
        rfc822(Xml.text(item, NONE, "pubDate")); // [InvalidRFC2822Date, ProblematicalRFC822Date]
        Xml.texts(item, ATOM, "updated").forEach(this::rfc3339);
        Xml.texts(item, DC, "creator").forEach(name -> check(!name.isBlank(), "blank creator"));
        for (Element category : Xml.children(item, NONE, "category")) {
            check(!category.getTextContent().isBlank(), "blank category");
            url(category.getAttribute("domain"));
        }
        // Readers take a description for HTML.
        Xml.texts(item, NONE, "description")
                .forEach(text -> check(
                        Jsoup.parseBodyFragment(text).body().childrenSize() == 0, "markup in a description " + text));
        Xml.texts(item, CONTENT, "encoded").forEach(this::html);
        media(item);
    }

    private void atom(Element feed) {
        namespacesAtTheRoot(feed);
        language(feed.getAttributeNS(Xml.XML, "lang"));
        for (String name : List.of("id", "title", "subtitle", "updated", "generator", "author")) {
            once(feed, ATOM, name, 1, 1);
        }
        id(Xml.text(feed, ATOM, "id"));
        rfc3339(Xml.text(feed, ATOM, "updated"));
        links(feed, "self", 1);
        links(feed, "alternate", 1); // [DuplicateAtomLink]
        authors(feed);
        Xml.children(feed, ATOM, "entry").forEach(this::entry);
    }

    private void entry(Element entry) {
        for (String name : List.of("id", "title", "updated", "published")) {
            once(entry, ATOM, name, 1, 1);
        }
        once(entry, ATOM, "content", 0, 1);
        once(entry, ATOM, "summary", 0, 1);
        once(entry, DC, "date", 0, 0);
        once(entry, DC, "creator", 0, 0);
        id(Xml.text(entry, ATOM, "id"));
        OffsetDateTime published = rfc3339(Xml.text(entry, ATOM, "published"));
        OffsetDateTime updated = rfc3339(Xml.text(entry, ATOM, "updated"));
        check(!updated.isBefore(published), "updated before published");
        check(!Xml.text(entry, ATOM, "title").isBlank(), "blank title");
        type(entry, "title", "text");
        type(entry, "summary", "text");
        type(entry, "content", "html");
        links(entry, "alternate", 1);
        authors(entry);
        if (entry.hasAttributeNS(Xml.XML, "lang")) {
            language(entry.getAttributeNS(Xml.XML, "lang"));
        }
        for (Element category : Xml.children(entry, ATOM, "category")) {
            check(!category.getAttribute("term").isBlank(), "blank term");
            url(category.getAttribute("scheme"));
        }
        Xml.texts(entry, ATOM, "content").forEach(text -> check(!text.isEmpty(), "empty content"));
        Xml.texts(entry, ATOM, "content").forEach(this::html);
        media(entry);
    }

    private void json(Map<String, Object> feed) {
        check("https://jsonfeed.org/version/1.1".equals(feed.get("version")), "version");
        for (String name : List.of("title", "description")) {
            check(!String.valueOf(feed.get(name)).isBlank(), "blank " + name);
        }
        url(String.valueOf(feed.get("home_page_url")));
        url(String.valueOf(feed.get("feed_url")));
        language(String.valueOf(feed.get("language")));
        check(feed.get("authors") instanceof List<?> authors && !authors.isEmpty(), "no author");
        for (Object item : (List<?>) feed.getOrDefault("items", List.of())) {
            Map<?, ?> fields = (Map<?, ?>) item;
            id(String.valueOf(fields.get("id")));
            url(String.valueOf(fields.get("url")));
            check(fields.get("content_html") instanceof String, "no content");
            html(String.valueOf(fields.get("content_html")));
            rfc3339(String.valueOf(fields.get("date_published")));
            rfc3339(String.valueOf(fields.get("date_modified")));
            if (fields.containsKey("image")) {
                url(String.valueOf(fields.get("image")));
            }
            for (String list : List.of("tags", "authors")) {
                check(!(fields.get(list) instanceof List<?> all) || !all.isEmpty(), "empty " + list);
            }
        }
    }

    private void media(Element entry) {
        List<Element> thumbnails = Xml.children(entry, MEDIA, "thumbnail");
        List<Element> contents = Xml.children(entry, MEDIA, "content").stream()
                .filter(content -> content.getAttribute("medium").equals("image"))
                .toList();
        List<String> enclosed = Xml.children(entry, NONE, "enclosure").stream()
                .map(enclosure -> enclosure.getAttribute("url"))
                .toList();
        check(enclosed.size() < 2, "more than one enclosure"); // [DuplicateEnclosure]
        Xml.children(entry, MEDIA, "content")
                .forEach(content -> check(!enclosed.contains(content.getAttribute("url")), "the enclosure once more"));
        check(thumbnails.size() < 2 && thumbnails.size() >= contents.size(), "a picture without a thumbnail");
        for (int i = 0; i < contents.size(); i++) {
            url(contents.get(i).getAttribute("url"));
            check(contents.get(i).getAttribute("url").equals(thumbnails.get(i).getAttribute("url")), "other picture");
        }
    }

    /** [ContainsRelRef, SecurityRisk] */
    private void html(String html) {
        org.jsoup.nodes.Element body = Jsoup.parseBodyFragment(html).body();
        for (String name : List.of("href", "src", "poster", "cite")) {
            body.select("[" + name + "]")
                    .forEach(element -> check(
                            URI.create(element.attr(name)).isAbsolute()
                                    && !element.attr(name).contains("feedmill.invalid"),
                            "relative " + element.attr(name)));
        }
        check(body.select("script, style, iframe, object, embed, form").isEmpty(), "active content");
    }

    private void authors(Element parent) {
        for (Element author : Xml.children(parent, ATOM, "author")) {
            check(!Xml.text(author, ATOM, "name").isBlank(), "blank author");
        }
    }

    private void type(Element entry, String name, String type) {
        Xml.children(entry, ATOM, name)
                .forEach(element -> check(element.getAttribute("type").equals(type), name + " of type " + type));
    }

    private void links(Element parent, String rel, int times) {
        List<Element> links = Xml.children(parent, ATOM, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(rel))
                .toList();
        check(links.size() == times, links.size() + " links of rel " + rel);
        links.forEach(link -> url(link.getAttribute("href")));
    }

    private void once(Element parent, String namespace, String name, int least, int most) {
        int count = Xml.children(parent, namespace, name).size();
        check(count >= least && count <= most, count + " times " + name);
    }

    /** Where the first child of this name stands; in the middle where there is none. */
    private static double order(Element parent, String name) {
        List<Element> children = Xml.children(parent, NONE, "*");
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i).getNodeName().equals(name)) {
                return i;
            }
        }
        return name.startsWith("content") ? Double.MAX_VALUE : -1;
    }

    private void namespacesAtTheRoot(Element element) {
        for (Element child : Xml.children(element, NONE, "*")) {
            for (int i = 0; i < child.getAttributes().getLength(); i++) {
                check(!child.getAttributes().item(i).getNodeName().startsWith("xmlns"), "declares a namespace late");
            }
            namespacesAtTheRoot(child);
        }
    }

    /** [DuplicateIds, InvalidFullURI] */
    private void id(String id) {
        check(ids.add(id), "id twice: " + id);
        check(URI.create(id).isAbsolute(), "id is no URI: " + id);
    }

    private void url(String url) {
        URI uri = URI.create(url);
        check(uri.getScheme() != null && uri.getScheme().matches("https?") && uri.getHost() != null, "no URL: " + url);
        check(!url.contains("feedmill.invalid"), "placeholder: " + url);
    }

    private void rfc822(String date) {
        try {
            RFC_822.parse(date);
        } catch (DateTimeException e) {
            faults.add("no RFC 822 date: " + date);
        }
    }

    private OffsetDateTime rfc3339(String date) {
        check(date.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"), "no RFC 3339 date: " + date);
        return OffsetDateTime.parse(date);
    }

    private void language(String tag) {
        check(tag.matches("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*"), "no language: " + tag);
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
