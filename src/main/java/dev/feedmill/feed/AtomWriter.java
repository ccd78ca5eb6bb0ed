package dev.feedmill.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import dev.feedmill.article.ArticleId;
import dev.feedmill.article.Entry;
import dev.feedmill.article.Page;
import dev.feedmill.article.Term;
import dev.feedmill.feed.FeedTexts.Label;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Atom 1.0 (RFC 4287) with full content. */
final class AtomWriter {
    private final Site site;
    private final FeedTexts texts;

    AtomWriter(Site site) {
        this.site = site;
        this.texts = new FeedTexts(site);
    }

    byte[] write(Term term, Page page) {
        Feed feed = new Feed("atom_1.0");
        feed.setEncoding("UTF-8");
        feed.setId(ArticleId.ofKey("feed:" + term.pagePath()).uri());
        feed.setTitle(texts.title(term));
        feed.setSubtitle(text(site.description()));
        feed.setUpdated(Date.from(page.updated()));
        Generator generator = new Generator();
        generator.setValue("Feedmill");
        generator.setVersion(site.version());
        feed.setGenerator(generator);
        feed.setAlternateLinks(List.of(link("alternate", "text/html", texts.alternate(term))));
        feed.setOtherLinks(List.of(link("self", Format.ATOM.bareType(), texts.self(term, Format.ATOM))));
        feed.setAuthors(List.of(person(site.publisher())));
        List<com.rometools.rome.feed.atom.Entry> entries = new ArrayList<>();
        List<@Nullable String> languages = new ArrayList<>();
        for (Entry entry : page.entries()) {
            entries.add(entry(entry));
            languages.add(texts.language(entry));
        }
        feed.setEntries(entries);
        return XmlBytes.of(feed, site.language(), languages, Markup.MEDIA);
    }

    private com.rometools.rome.feed.atom.Entry entry(Entry entry) {
        com.rometools.rome.feed.atom.Entry atom = new com.rometools.rome.feed.atom.Entry();
        atom.setId(entry.id().uri());
        atom.setTitle(FeedTexts.clean(entry.article().title()));
        atom.setAlternateLinks(List.of(link("alternate", "text/html", entry.link(site.here()))));
        atom.setPublished(Date.from(entry.published()));
        atom.setUpdated(Date.from(entry.updated()));
        atom.setAuthors(
                entry.article().authors().stream().map(AtomWriter::person).toList());
        if (!entry.article().summary().isEmpty()) {
            atom.setSummary(text(entry.article().summary()));
        }
        Content content = new Content();
        content.setType("html");
        content.setValue(texts.body(entry));
        atom.setContents(List.of(content));
        List<Category> categories = new ArrayList<>();
        for (Label label : texts.labels(entry.article())) {
            Category category = new Category();
            category.setTerm(label.name());
            category.setScheme(label.scheme());
            category.setLabel(label.name());
            categories.add(category);
        }
        atom.setCategories(categories);
        String image = texts.image(entry);
        if (image != null) {
            List<Element> markup = new ArrayList<>();
            markup.add(Markup.mediaThumbnail(image));
            markup.add(Markup.mediaContent(image));
            atom.setForeignMarkup(markup);
        }
        return atom;
    }

    private static Content text(String text) {
        Content content = new Content();
        content.setType("text");
        content.setValue(FeedTexts.clean(text));
        return content;
    }

    private static Link link(String rel, String type, String url) {
        Link link = new Link();
        link.setRel(rel);
        link.setType(type);
        link.setHref(url);
        return link;
    }

    private static SyndPerson person(String name) {
        Person person = new Person();
        person.setName(FeedTexts.clean(name));
        return person;
    }
}
