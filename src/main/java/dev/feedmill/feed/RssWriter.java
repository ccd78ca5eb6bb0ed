package dev.feedmill.feed;

import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import dev.feedmill.article.Page;
import dev.feedmill.article.Term;
import dev.feedmill.feed.FeedItem.Label;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;

/** RSS 2.0 with full content, as the RSS Advisory Board's best practices want it. */
final class RssWriter {
    private final Site site;
    private final FeedTexts texts;

    RssWriter(Site site) {
        this.site = site;
        this.texts = new FeedTexts(site);
    }

    byte[] write(Term term, Page page) {
        Channel channel = new Channel("rss_2.0");
        channel.setTitle(texts.title(term));
        channel.setLink(texts.alternate(term));
        channel.setDescription(texts.description());
        channel.setLanguage(site.language());
        channel.setLastBuildDate(Date.from(page.updated()));
        channel.setGenerator("Feedmill " + site.version());
        channel.setTtl((int) Math.max(1, site.pollInterval().toMinutes()));
        channel.getForeignMarkup().add(Markup.self(texts.self(term, Format.RSS), Format.RSS));
        channel.setItems(
                page.entries().stream().map(texts::item).map(this::item).toList());
        return XmlBytes.of(FeedTree.of(channel, Markup.ATOM, Markup.CONTENT, Markup.DC, Markup.MEDIA));
    }

    private Item item(FeedItem told) {
        Item item = new Item();
        item.setTitle(told.title());
        item.setLink(told.url());
        Guid guid = new Guid();
        guid.setPermaLink(false);
        guid.setValue(told.id());
        item.setGuid(guid);
        item.setPubDate(Date.from(told.published()));
        if (!told.summary().isEmpty()) {
            Description description = new Description();
            description.setValue(asHtml(told.summary()));
            item.setDescription(description);
        }
        item.setCategories(told.labels().stream().map(RssWriter::category).toList());
        item.setForeignMarkup(markup(told));
        return item;
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

    private List<Element> markup(FeedItem told) {
        List<Element> markup = new ArrayList<>();
        for (String author : told.authors().isEmpty() ? List.of(texts.publisher()) : told.authors()) {
            markup.add(Markup.text(Markup.DC, "creator", author));
        }
        if (told.language() != null) {
            markup.add(Markup.text(Markup.DC, "language", told.language()));
        }
        if (told.isUpdated()) {
            markup.add(Markup.text(Markup.ATOM, "updated", told.updated().toString()));
        }
        markup.addAll(Markup.picture(told.image()));
        if (!told.body().isEmpty()) {
            markup.add(Markup.encoded(told.body()));
        }
        return markup;
    }
}
