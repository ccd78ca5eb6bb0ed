package dev.feedmill.feed;

import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Image;
import com.rometools.rome.feed.rss.Item;
import dev.feedmill.address.Format;
import dev.feedmill.article.Podcast;
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
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Writer for RSS 2.0 with full content, by the best practices of the RSS Advisory Board. */
final class RssWriter implements FeedWriter {
    private final RssGenerator rss = new RssGenerator();
    private final Site site;
    private final ChannelExtras extras;
    private final FeedItemMapper mapper;
    private final @Nullable SyndicationPeriod period;

    RssWriter(Site site, ChannelExtras extras) {
        this.site = site;
        this.extras = extras;
        this.mapper = new FeedItemMapper(site);
        this.period = SyndicationPeriod.of(site.pollInterval());
    }

    @Override
    public byte[] write(FeedHead head, List<FeedItem> items) {
        FeedDescriptor descriptor = head.subject();
        Channel channel = new Channel("rss_2.0");
        channel.setTitle(mapper.title(descriptor));
        channel.setLink(mapper.alternate(descriptor));
        channel.setDescription(mapper.description(descriptor));
        channel.setLanguage(mapper.language(descriptor));
        channel.setLastBuildDate(Date.from(head.updated()));
        channel.setGenerator("Feedmill " + site.version());
        channel.setTtl((int) site.pollInterval().plusSeconds(59).toMinutes());
        channel.setStyleSheet(FeedXml.styleSheet(head));
        String image = mapper.image(descriptor);
        if (image != null) {
            channel.setImage(picture(descriptor, image));
        }
        List<Element> markup = channel.getForeignMarkup();
        XmlExtensions.links(head.links())
                .forEach((relation, url) -> markup.add(XmlExtensions.link(relation, url, Format.RSS)));
        mapper.hubs(head).forEach(hub -> markup.add(XmlExtensions.hub(hub)));
        markup.addAll(XmlExtensions.history(head, period));
        Podcast podcast = descriptor.about().podcast();
        if (podcast != null) {
            channel.setCopyright(podcast.words().copyright());
            markup.addAll(
                    PodcastMarkup.channel(podcast, mapper.publisher(descriptor), image, mapper.podcastUrl(descriptor)));
        }
        markup.addAll(extras.besides(markup));
        String publisher = mapper.publisher(descriptor);
        channel.setItems(items.stream()
                .map(item -> item(item, publisher, podcast != null))
                .toList());
        return FeedXml.bytes(rss, channel);
    }

    @Override
    public int saving(FeedItem item) {
        return XmlBytes.length(XmlExtensions.encoded(item.body()));
    }

    /** The channel's image; its title and link are those of the feed (RSS 2.0, image). */
    private Image picture(FeedDescriptor descriptor, String url) {
        Image picture = new Image();
        picture.setUrl(url);
        picture.setTitle(mapper.title(descriptor));
        picture.setLink(mapper.alternate(descriptor));
        // ROME would write -1.
        picture.setWidth(null);
        picture.setHeight(null);
        return picture;
    }

    /**
     * An item of a channel.
     *
     * @param publisher author of items that have none
     * @param isPodcast whether the channel is a podcast
     */
    private Item item(FeedItem from, String publisher, boolean isPodcast) {
        List<Element> extensions = new ArrayList<>();
        if (isPodcast) {
            extensions.addAll(PodcastMarkup.item(from, site.server()));
        }
        extensions.addAll(markup(from, publisher));
        Item item = new RssGenerator.ExtendedItem(extensions);
        // The format requires a title or a description.
        item.setTitle(from.title().isEmpty() && !from.summary().isEmpty() ? null : from.label());
        item.setLink(from.url());
        Guid guid = new Guid();
        guid.setPermaLink(from.id().equals(from.url()));
        guid.setValue(from.id());
        item.setGuid(guid);
        if (from.published() != null) {
            item.setPubDate(Date.from(from.published()));
        }
        if (!from.summary().isEmpty()) {
            Description description = new Description();
            description.setValue(asHtml(from.summary()));
            item.setDescription(description);
        }
        item.setCategories(from.labels().stream().map(RssWriter::category).toList());
        item.setEnclosures(
                from.enclosures().stream().limit(1).map(RssWriter::enclosure).toList());
        return item;
    }

    /** The one enclosure of an item (RSS Advisory Board, best practices); further ones are Media RSS. */
    private static Enclosure enclosure(dev.feedmill.article.Enclosure file) {
        Enclosure enclosure = new Enclosure();
        enclosure.setUrl(file.url());
        enclosure.setLength(file.bytes());
        enclosure.setType(file.type());
        return enclosure;
    }

    /**
     * Escapes a text, since every reader takes a description for HTML: a plain {@code <script>} in it must stay text.
     */
    private static String asHtml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Category category(Label label) {
        Category category = new Category();
        category.setValue(label.name());
        category.setDomain(label.scheme());
        return category;
    }

    /** The elements of other namespaces that every item may have. */
    private static List<Element> markup(FeedItem item, String publisher) {
        List<Element> markup = new ArrayList<>();
        for (String author : item.authors().isEmpty() ? List.of(publisher) : item.authors()) {
            markup.add(XmlExtensions.text(XmlExtensions.DC, "creator", author));
        }
        if (item.language() != null) {
            markup.add(XmlExtensions.text(XmlExtensions.DC, "language", item.language()));
        }
        if (item.isUpdated()) {
            markup.add(XmlExtensions.text(
                    XmlExtensions.ATOM, "updated", item.updated().toString()));
        }
        markup.addAll(XmlExtensions.picture(item));
        item.enclosures().stream().skip(1).map(XmlExtensions::media).forEach(markup::add);
        if (!item.body().isEmpty()) {
            markup.add(XmlExtensions.encoded(item.body()));
        }
        return markup;
    }
}
