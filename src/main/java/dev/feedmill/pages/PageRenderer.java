package dev.feedmill.pages;

import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.Entry;
import dev.feedmill.article.Listing;
import dev.feedmill.article.Segments;
import dev.feedmill.article.Term;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
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
        Map<String, List<Link>> groups = new LinkedHashMap<>();
        for (Term.Kind kind : Term.Kind.values()) {
            List<Link> links = new ArrayList<>();
            for (Listing listing : listings) {
                if (listing.term().kind() == kind && kind != Term.Kind.EVERYTHING) {
                    links.add(new Link(
                            frame.here().url(listing.term().pagePath()),
                            String.join(" › ", listing.term().names()) + " (" + listing.articles() + ")"));
                }
            }
            if (!links.isEmpty()) {
                groups.put(heading(kind), links);
            }
        }
        return render(
                "home.jte",
                Map.of(
                        "frame",
                        frame,
                        "feeds",
                        FeedLinks.discovery(frame, Term.EVERYTHING),
                        "groups",
                        groups,
                        "items",
                        items(newest)));
    }

    /** The page of a category, an author or a tag. */
    public byte[] term(Term term, List<Entry> newest) {
        return render(
                "term.jte",
                Map.of(
                        "frame",
                        frame,
                        "feeds",
                        FeedLinks.discovery(frame, term),
                        "name",
                        String.join(" › ", term.names()),
                        "items",
                        items(newest)));
    }

    /** An article to be read here. */
    public byte[] article(Entry entry) {
        List<Link> labels = new ArrayList<>();
        for (CategoryPath path : entry.article().categories()) {
            labels.add(new Link(frame.here().url("categories/" + Segments.encode(path.names())), path.toString()));
        }
        for (String tag : entry.article().tags()) {
            labels.add(new Link(frame.here().url("tags/" + Segments.encode(tag)), "#" + tag));
        }
        String own = entry.article().link();
        String language = entry.article().language();
        return render(
                "article.jte",
                Map.of(
                        "frame",
                        frame,
                        "feeds",
                        FeedLinks.discovery(frame, Term.EVERYTHING),
                        "title",
                        entry.article().title(),
                        "language",
                        language == null ? frame.language() : language,
                        "byline",
                        byline(entry),
                        "labels",
                        labels,
                        "body",
                        entry.article().body().at(frame.here()),
                        "original",
                        own == null ? "" : frame.here().resolve(own)));
    }

    private List<Item> items(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new Item(
                        frame.here().url(entry.pagePath()),
                        entry.article().title(),
                        byline(entry),
                        entry.article().summary()))
                .toList();
    }

    /** An article in a list. */
    public record Item(String url, String title, String byline, String summary) {}

    private static String byline(Entry entry) {
        String date = entry.published().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        return entry.article().authors().isEmpty()
                ? date
                : date + " · " + String.join(", ", entry.article().authors());
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
