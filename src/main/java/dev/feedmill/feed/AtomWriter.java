package dev.feedmill.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import dev.feedmill.article.ArticleId;
import dev.feedmill.article.Enclosure;
import dev.feedmill.feed.coding.RawText;
import dev.feedmill.feed.coding.XmlBytes;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.feed.item.FeedHead;
import dev.feedmill.feed.item.FeedItem;
import dev.feedmill.feed.item.FeedItem.Label;
import dev.feedmill.feed.item.FeedItemMapper;
import dev.feedmill.feed.item.Format;
import dev.feedmill.feed.item.Site;
import dev.feedmill.feed.item.SyndicationPeriod;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** Atom 1.0 (RFC 4287) with full content. */
final class AtomWriter implements FeedWriter {
    private final Site site;
    private final FeedItemMapper texts;
    private final @Nullable SyndicationPeriod period;

    AtomWriter(Site site) {
        this.site = site;
        this.texts = new FeedItemMapper(site);
        this.period = SyndicationPeriod.of(site.pollInterval());
    }

    @Override
    public byte[] write(FeedHead head, List<FeedItem> items) {
        FeedDescriptor subject = head.subject();
        Feed feed = new Feed("atom_1.0");
        // Not of the address, which may change while the feed stays the same.
        feed.setId(ArticleId.ofKey("feed:" + subject.key()).uri());
        feed.setTitleEx(text(texts.title(subject)));
        feed.setSubtitle(text(texts.description(subject)));
        feed.setUpdated(Date.from(head.updated()));
        feed.setLogo(texts.image(subject));
        Generator generator = new Generator();
        generator.setValue("Feedmill");
        generator.setVersion(site.version());
        feed.setGenerator(generator);
        feed.setAlternateLinks(List.of(link("alternate", "text/html", texts.alternate(subject))));
        feed.setOtherLinks(XmlExtensions.links(head).entrySet().stream()
                .map(link -> link(link.getKey(), Format.ATOM.bareType(), link.getValue()))
                .toList());
        feed.setForeignMarkup(XmlExtensions.history(head, period));
        feed.setAuthors(List.of(person(texts.publisher())));
        feed.setEntries(items.stream().map(AtomWriter::entry).toList());
        return XmlBytes.of(completed(
                FeedTree.of(feed, subject, XmlExtensions.FH, XmlExtensions.MEDIA, XmlExtensions.SY),
                texts.language(subject),
                items));
    }

    @Override
    public int saving(FeedItem item) {
        return XmlBytes.length(
                new Element("content").setAttribute("type", "html").addContent(new RawText(item.body())));
    }

    private static Entry entry(FeedItem told) {
        Entry entry = new Entry();
        entry.setId(told.id());
        entry.setTitleEx(text(told.label()));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", told.url())));
        if (told.published() != null) {
            entry.setPublished(Date.from(told.published()));
        }
        entry.setUpdated(Date.from(told.updatedText() == null ? FeedHead.LONG_AGO : told.updated()));
        entry.setAuthors(told.authors().stream().map(AtomWriter::person).toList());
        if (!told.summary().isEmpty()) {
            entry.setSummary(text(told.summary()));
        } else if (told.body().isEmpty() && !told.summarized()) {
            // An entry should have some text (RFC 4287 section 4.1.1.1).
            entry.setSummary(text(told.label()));
        }
        if (!told.body().isEmpty()) {
            Content content = new Content();
            content.setType("html");
            entry.setContents(List.of(content));
        }
        entry.setOtherLinks(
                told.enclosures().stream().map(AtomWriter::enclosure).toList());
        entry.setCategories(told.labels().stream().map(AtomWriter::category).toList());
        entry.setForeignMarkup(new ArrayList<>(XmlExtensions.picture(told)));
        return entry;
    }

    /** Languages, for which ROME has no place, and bodies, which it would check a character at a time. */
    private static Document completed(Document tree, String language, List<FeedItem> items) {
        Element root = tree.getRootElement();
        Namespace atom = root.getNamespace();
        root.setAttribute("lang", language, Namespace.XML_NAMESPACE);
        List<Element> entries = root.getChildren("entry", atom);
        for (int i = 0; i < items.size(); i++) {
            FeedItem told = items.get(i);
            if (!told.body().isEmpty()) {
                entries.get(i).getChild("content", atom).addContent(new RawText(told.body()));
            }
            if (told.language() != null) {
                entries.get(i).setAttribute("lang", told.language(), Namespace.XML_NAMESPACE);
            }
        }
        return tree;
    }

    /** Without a label of its own: readers would show that instead, and other words than those of RSS. */
    private static Category category(Label label) {
        Category category = new Category();
        category.setTerm(label.name());
        category.setScheme(label.scheme());
        return category;
    }

    private static Content text(String text) {
        Content content = new Content();
        content.setType("text");
        content.setValue(text);
        return content;
    }

    private static Link link(String rel, String type, String url) {
        Link link = new Link();
        link.setRel(rel);
        link.setType(type);
        link.setHref(url);
        return link;
    }

    private static Link enclosure(Enclosure enclosure) {
        Link link = link("enclosure", enclosure.type(), enclosure.url());
        link.setLength(enclosure.bytes());
        return link;
    }

    private static SyndPerson person(String name) {
        Person person = new Person();
        person.setName(name);
        return person;
    }
}
