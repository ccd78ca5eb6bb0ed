package dev.feedmill.feed;

import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Image;
import com.rometools.rome.feed.rss.Item;
import dev.feedmill.article.Podcast;
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
import org.jspecify.annotations.Nullable;

/** RSS 2.0 with full content, as the RSS Advisory Board's best practices want it. */
final class RssWriter implements FeedWriter {
    private final Site site;
    private final FeedItemMapper texts;
    private final @Nullable SyndicationPeriod period;

    RssWriter(Site site) {
        this.site = site;
        this.texts = new FeedItemMapper(site);
        this.period = SyndicationPeriod.of(site.pollInterval());
    }

    @Override
    public byte[] write(FeedHead head, List<FeedItem> items) {
        FeedDescriptor subject = head.subject();
        Channel channel = new Channel("rss_2.0");
        channel.setTitle(texts.title(subject));
        channel.setLink(texts.alternate(subject));
        channel.setDescription(texts.description(subject));
        channel.setLanguage(texts.language(subject));
        channel.setLastBuildDate(Date.from(head.updated()));
        channel.setGenerator("Feedmill " + site.version());
        channel.setTtl((int) site.pollInterval().plusSeconds(59).toMinutes());
        String image = texts.image(subject);
        if (image != null) {
            channel.setImage(picture(subject, image));
        }
        List<Element> markup = channel.getForeignMarkup();
        XmlExtensions.links(head).forEach((relation, url) -> markup.add(XmlExtensions.link(relation, url, Format.RSS)));
        markup.addAll(XmlExtensions.history(head, period));
        Podcast podcast = subject.podcast();
        if (podcast != null) {
            channel.setCopyright(podcast.words().copyright());
            markup.addAll(PodcastMarkup.channel(podcast, texts.publisher(), image, texts.show(subject)));
        }
        channel.setItems(items.stream().map(this::item).toList());
        Document tree = FeedTree.of(
                channel,
                subject,
                XmlExtensions.ATOM,
                XmlExtensions.CONTENT,
                XmlExtensions.DC,
                XmlExtensions.FH,
                XmlExtensions.MEDIA,
                XmlExtensions.SY);
        if (podcast != null) {
            tree.getRootElement().addNamespaceDeclaration(PodcastMarkup.ITUNES);
            tree.getRootElement().addNamespaceDeclaration(PodcastMarkup.PODCAST);
        }
        List<Element> written = tree.getRootElement().getChild("channel").getChildren("item");
        for (int i = 0; i < items.size(); i++) {
            if (podcast != null) {
                written.get(i).addContent(PodcastMarkup.item(items.get(i)));
            }
            written.get(i).addContent(markup(items.get(i)));
        }
        return XmlBytes.of(tree);
    }

    @Override
    public int saving(FeedItem item) {
        return XmlBytes.length(XmlExtensions.encoded(item.body()));
    }

    /** Its title and link are those of the feed (RSS 2.0, image). */
    private Image picture(FeedDescriptor subject, String url) {
        Image picture = new Image();
        picture.setUrl(url);
        picture.setTitle(texts.title(subject));
        picture.setLink(texts.alternate(subject));
        // ROME would write -1.
        picture.setWidth(null);
        picture.setHeight(null);
        return picture;
    }

    private Item item(FeedItem told) {
        Item item = new Item();
        // An item must have a title or a description.
        item.setTitle(told.title().isEmpty() && !told.summary().isEmpty() ? null : told.label());
        item.setLink(told.url());
        Guid guid = new Guid();
        guid.setPermaLink(told.id().equals(told.url()));
        guid.setValue(told.id());
        item.setGuid(guid);
        if (told.published() != null) {
            item.setPubDate(Date.from(told.published()));
        }
        if (!told.summary().isEmpty()) {
            Description description = new Description();
            description.setValue(asHtml(told.summary()));
            item.setDescription(description);
        }
        item.setCategories(told.labels().stream().map(RssWriter::category).toList());
        item.setEnclosures(
                told.enclosures().stream().limit(1).map(RssWriter::enclosure).toList());
        return item;
    }

    /** An item has one (RSS Advisory Board, best practices); further ones are media of it. */
    private static Enclosure enclosure(dev.feedmill.article.Enclosure file) {
        Enclosure enclosure = new Enclosure();
        enclosure.setUrl(file.url());
        enclosure.setLength(file.bytes());
        enclosure.setType(file.type());
        return enclosure;
    }

    /** A description is HTML to every reader: a plain {@code <script>} in it must stay words. */
    private static String asHtml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Category category(Label label) {
        Category category = new Category();
        category.setValue(label.name());
        category.setDomain(label.scheme());
        return category;
    }

    /** ROME would put it before the description, and of two texts some readers take the last. */
    private List<Element> markup(FeedItem told) {
        List<Element> markup = new ArrayList<>();
        for (String author : told.authors().isEmpty() ? List.of(texts.publisher()) : told.authors()) {
            markup.add(XmlExtensions.text(XmlExtensions.DC, "creator", author));
        }
        if (told.language() != null) {
            markup.add(XmlExtensions.text(XmlExtensions.DC, "language", told.language()));
        }
        if (told.isUpdated()) {
            markup.add(XmlExtensions.text(
                    XmlExtensions.ATOM, "updated", told.updated().toString()));
        }
        markup.addAll(XmlExtensions.picture(told));
        told.enclosures().stream().skip(1).map(XmlExtensions::media).forEach(markup::add);
        if (!told.body().isEmpty()) {
            markup.add(XmlExtensions.encoded(told.body()));
        }
        return markup;
    }
}
