package dev.feedmill.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import dev.feedmill.address.Format;
import dev.feedmill.article.ArticleId;
import dev.feedmill.article.Enclosure;
import dev.feedmill.feed.coding.RawText;
import dev.feedmill.feed.coding.XmlBytes;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.feed.item.FeedHead;
import dev.feedmill.feed.item.FeedItem;
import dev.feedmill.feed.item.FeedItem.Label;
import dev.feedmill.feed.item.FeedItemMapper;
import dev.feedmill.feed.item.Site;
import dev.feedmill.feed.item.SyndicationPeriod;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Writer for Atom 1.0 (RFC 4287) with full content. */
final class AtomWriter implements FeedWriter {
    private final AtomGenerator atom = new AtomGenerator();
    private final Site site;
    private final ChannelExtras extras;
    private final FeedItemMapper mapper;
    private final @Nullable SyndicationPeriod period;

    AtomWriter(Site site, ChannelExtras extras) {
        this.site = site;
        this.extras = extras;
        this.mapper = new FeedItemMapper(site);
        this.period = SyndicationPeriod.of(site.pollInterval());
    }

    @Override
    public byte[] write(FeedHead head, List<FeedItem> items) {
        FeedDescriptor descriptor = head.subject();
        Feed feed = new Feed("atom_1.0");
        // The id is not made of the address, which may change while the feed stays the same.
        feed.setId(ArticleId.ofKey("feed:" + descriptor.key()).uri());
        feed.setTitleEx(text(mapper.title(descriptor)));
        feed.setSubtitle(text(mapper.description(descriptor)));
        feed.setUpdated(Date.from(head.updated()));
        feed.setLogo(mapper.image(descriptor));
        Generator generator = new Generator();
        generator.setValue("Feedmill");
        generator.setVersion(site.version());
        feed.setGenerator(generator);
        feed.setAlternateLinks(List.of(link("alternate", "text/html", mapper.alternate(descriptor))));
        Stream<Link> related = XmlExtensions.links(head.links()).entrySet().stream()
                .map(link -> link(link.getKey(), Format.ATOM.bareType(), link.getValue()));
        Stream<Link> hubs = mapper.hubs(head).stream().map(hub -> link("hub", null, hub));
        feed.setOtherLinks(Stream.concat(related, hubs).toList());
        List<Element> markup = XmlExtensions.history(head, period);
        markup.addAll(extras.besides(markup));
        markup.addAll(XmlExtensions.deleted(head));
        feed.setForeignMarkup(markup);
        feed.setAuthors(List.of(person(mapper.publisher(descriptor))));
        feed.setLanguage(mapper.language(descriptor));
        feed.setStyleSheet(FeedXml.styleSheet(head));
        feed.setEntries(items.stream().map(AtomWriter::entry).toList());
        return FeedXml.bytes(atom, feed);
    }

    @Override
    public int saving(FeedItem item) {
        return XmlBytes.length(
                new Element("content").setAttribute("type", "html").addContent(new RawText(item.body())));
    }

    private static Entry entry(FeedItem item) {
        Entry entry = new AtomGenerator.LocalizedEntry(item.language());
        entry.setId(item.id());
        entry.setTitleEx(text(item.label()));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", item.url())));
        if (item.published() != null) {
            entry.setPublished(Date.from(item.published()));
        }
        entry.setUpdated(Date.from(item.updatedText() == null ? FeedHead.LONG_AGO : item.updated()));
        entry.setAuthors(item.authors().stream().map(AtomWriter::person).toList());
        if (!item.summary().isEmpty()) {
            entry.setSummary(text(item.summary()));
        } else if (item.body().isEmpty() && !item.summarized()) {
            // RFC 4287 section 4.1.1.1 asks for some text in every entry.
            entry.setSummary(text(item.label()));
        }
        if (!item.body().isEmpty()) {
            entry.setContents(List.of(new AtomGenerator.SanitizedContent(item.body())));
        }
        entry.setOtherLinks(
                item.enclosures().stream().map(AtomWriter::enclosure).toList());
        entry.setCategories(item.labels().stream().map(AtomWriter::category).toList());
        entry.setForeignMarkup(new ArrayList<>(XmlExtensions.picture(item)));
        return entry;
    }

    /** Has no label attribute: readers would show it instead of the term, and so other words than from RSS. */
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

    private static Link link(String rel, @Nullable String type, String url) {
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
