package dev.feedmill.pages;

import dev.feedmill.article.Entry;
import dev.feedmill.article.Listing;
import dev.feedmill.article.Term;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the pages for people, as UTF-8. Threads may share it. */
public final class PageRenderer {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Frame frame;

    public PageRenderer(Frame frame) {
        this.frame = frame;
        this.engine.setBinaryStaticContent(true);
    }

    /** The front page: every feed there is, and the newest articles. */
    public byte[] home(List<Listing> listings, List<Entry> newest) {
        Head head = Head.of(frame, "", frame.title(), Term.EVERYTHING);
        Map<String, List<Link>> groups = new LinkedHashMap<>();
        for (Listing listing : listings) {
            Term term = listing.term();
            if (term.kind() != Term.Kind.EVERYTHING) {
                groups.computeIfAbsent(heading(term.kind()), kind -> new ArrayList<>())
                        .add(new Link(
                                head.to(term.pagePath()),
                                String.join(" › ", term.names()) + " (" + listing.articles() + ")"));
            }
        }
        return render(
                "home.jte",
                Map.of(
                        "head",
                        head,
                        "feeds",
                        FeedLinks.below(head.up(), frame.title(), Term.EVERYTHING),
                        "groups",
                        groups,
                        "items",
                        items(head, newest)));
    }

    /** The page of a category, an author or a tag. */
    public byte[] term(Term term, List<Entry> newest) {
        String name = String.join(" › ", term.names());
        Head head = Head.of(frame, term.pagePath(), name + " – " + frame.title(), term);
        return render(
                "term.jte",
                Map.of(
                        "head",
                        head,
                        "feeds",
                        FeedLinks.below(head.up(), name, term),
                        "name",
                        name,
                        "items",
                        items(head, newest)));
    }

    /** An article to be read here; {@code terms} are those that it is listed under. */
    public byte[] article(Entry entry, List<Term> terms) {
        String own = entry.article().link();
        String language = entry.article().language();
        String title = entry.article().title();
        Head head = Head.of(frame, entry.pagePath(), title + " – " + frame.title(), Term.EVERYTHING)
                .with(language == null ? frame.language() : language, entry.link(frame.here()));
        return render(
                "article.jte",
                Map.of(
                        "head",
                        head,
                        "title",
                        title,
                        "published",
                        entry.published().toString(),
                        "day",
                        frame.day(entry.published()),
                        "authors",
                        links(head, terms, Term.Kind.AUTHOR, ""),
                        "categories",
                        links(head, terms, Term.Kind.CATEGORY, ""),
                        "tags",
                        links(head, terms, Term.Kind.TAG, "#"),
                        "body",
                        entry.article().body().at(frame.here()),
                        "original",
                        own == null ? "" : frame.here().resolve(own)));
    }

    private static List<Item> items(Head head, List<Entry> entries) {
        return entries.stream().map(entry -> Item.of(head, entry)).toList();
    }

    private static List<Link> links(Head head, List<Term> terms, Term.Kind kind, String sign) {
        return terms.stream()
                .filter(term -> term.kind() == kind)
                .map(term -> new Link(head.to(term.pagePath()), sign + String.join(" › ", term.names())))
                .toList();
    }

    private String heading(Term.Kind kind) {
        return switch (kind) {
            case CATEGORY -> frame.words().categories();
            case AUTHOR -> frame.words().authors();
            case TAG -> frame.words().tags();
            case EVERYTHING -> frame.words().feeds();
        };
    }

    private byte[] render(String template, Map<String, Object> values) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, values, output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
