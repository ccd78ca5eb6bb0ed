package dev.feedmill.feed;

import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import dev.feedmill.article.Entry;
import dev.feedmill.article.Page;
import dev.feedmill.article.Term;
import dev.feedmill.feed.FeedTexts.Label;
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
        channel.setEncoding("UTF-8");
        channel.setTitle(texts.title(term));
        channel.setLink(texts.alternate(term));
        channel.setDescription(FeedTexts.clean(site.description()));
        channel.setLanguage(site.language());
        channel.setLastBuildDate(Date.from(page.updated()));
        channel.setGenerator("Feedmill " + site.version());
        channel.setTtl((int) Math.max(1, site.pollInterval().toMinutes()));
        channel.setForeignMarkup(new ArrayList<>(List.of(Markup.self(texts.self(term, Format.RSS), Format.RSS))));
        List<Item> items = new ArrayList<>();
        for (Entry entry : page.entries()) {
            items.add(item(entry));
        }
        channel.setItems(items);
        return XmlBytes.of(channel, Markup.ATOM, Markup.CONTENT, Markup.DC, Markup.MEDIA);
    }

    private Item item(Entry entry) {
        Item item = new Item();
        item.setTitle(FeedTexts.clean(entry.article().title()));
        item.setLink(entry.link(site.here()));
        Guid guid = new Guid();
        guid.setPermaLink(false);
        guid.setValue(entry.id().uri());
        item.setGuid(guid);
        item.setPubDate(Date.from(entry.published()));
        if (!entry.article().summary().isEmpty()) {
            Description description = new Description();
            description.setType("text/plain");
            description.setValue(FeedTexts.clean(entry.article().summary()));
            item.setDescription(description);
        }
        item.setCategories(categories(entry));
        item.setForeignMarkup(markup(entry));
        return item;
    }

    private List<Category> categories(Entry entry) {
        List<Category> categories = new ArrayList<>();
        for (Label label : texts.labels(entry.article())) {
            Category category = new Category();
            category.setValue(label.name());
            category.setDomain(label.scheme());
            categories.add(category);
        }
        return categories;
    }

    private List<Element> markup(Entry entry) {
        List<Element> markup = new ArrayList<>();
        List<String> authors = entry.article().authors();
        for (String author : authors.isEmpty() ? List.of(site.publisher()) : authors) {
            markup.add(Markup.text(Markup.DC, "creator", FeedTexts.clean(author)));
        }
        if (!entry.updated().equals(entry.published())) {
            markup.add(Markup.text(Markup.ATOM, "updated", entry.updated().toString()));
        }
        String image = texts.image(entry);
        if (image != null) {
            markup.add(Markup.mediaThumbnail(image));
            markup.add(Markup.mediaContent(image));
        }
        if (!entry.article().body().isEmpty()) {
            markup.add(Markup.text(Markup.CONTENT, "encoded", texts.body(entry)));
        }
        return markup;
    }
}
