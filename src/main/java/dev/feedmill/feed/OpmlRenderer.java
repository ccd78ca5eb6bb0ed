package dev.feedmill.feed;

import dev.feedmill.article.Listing;
import dev.feedmill.article.NamedSelection;
import dev.feedmill.article.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdom2.Element;

/** Every feed in one list that readers import (opml.org/spec2.opml), in folders as the categories are. */
public final class OpmlRenderer {
    private static final String MEDIA_TYPE = "text/x-opml; charset=utf-8";
    private final FeedTexts texts;
    private final Function<Term.Kind, String> folders;

    /** @param folders what the folder of each kind is called */
    public OpmlRenderer(Site site, Function<Term.Kind, String> folders) {
        this.texts = new FeedTexts(site);
        this.folders = folders;
    }

    /**
     * The feeds of these terms, in a folder for each kind. No date is in it, so that a new article alone does not change
     * its bytes.
     *
     * @param listings parents before what is below them
     * @param named selections that have feeds of their own, in the order of their settings
     * @param updated when the list last changed
     */
    public Document render(List<Listing> listings, List<NamedSelection> named, Instant updated) {
        Element body = new Element("body");
        for (Term.Kind kind : Term.Kind.values()) {
            List<Term> terms = listings.stream()
                    .map(Listing::term)
                    .filter(term -> term.kind() == kind)
                    .toList();
            if (kind == Term.Kind.EVERYTHING) {
                body.addContent(terms.stream().map(this::outline).toList());
                body.addContent(
                        named.stream().map(one -> outline(Subject.of(one))).toList());
            } else if (!terms.isEmpty()) {
                body.addContent(folder(folders.apply(kind)).addContent(tree(terms, 0)));
            }
        }
        return document(texts.title(Subject.of(Term.EVERYTHING)), body, updated);
    }

    /** The feeds of a category and of all below it. */
    public Document part(Term category, List<Listing> listings, Instant updated) {
        int depth = category.segments().size();
        List<Term> terms = listings.stream()
                .map(Listing::term)
                .filter(term -> term.kind() == category.kind()
                        && term.segments().size() >= depth
                        && term.segments().subList(0, depth).equals(category.segments()))
                .toList();
        Element body = new Element("body").addContent(tree(terms, depth - 1));
        return document(texts.title(Subject.of(category)), body, updated);
    }

    /** A term with others below it is a folder that holds its own feed first: readers overlook what is in a feed. */
    private List<Element> tree(List<Term> terms, int depth) {
        Map<String, List<Term>> groups = new LinkedHashMap<>();
        terms.forEach(term -> groups.computeIfAbsent(term.segments().get(depth), segment -> new ArrayList<>())
                .add(term));
        List<Element> outlines = new ArrayList<>();
        groups.values().forEach(group -> {
            List<Term> own = group.stream()
                    .filter(term -> term.segments().size() == depth + 1)
                    .toList();
            List<Term> below = group.stream()
                    .filter(term -> term.segments().size() > depth + 1)
                    .toList();
            List<Element> feeds = own.stream().map(this::outline).toList();
            if (below.isEmpty()) {
                outlines.addAll(feeds);
            } else {
                String name = below.get(0).names().get(depth);
                outlines.add(folder(FeedTexts.clean(name)).addContent(feeds).addContent(tree(below, depth + 1)));
            }
        });
        return outlines;
    }

    private static Element folder(String name) {
        return new Element("outline").setAttribute("text", name).setAttribute("title", name);
    }

    private static Document document(String title, Element body, Instant updated) {
        Element head = new Element("head").addContent(new Element("title").setText(title));
        Element opml = new Element("opml").setAttribute("version", "2.0");
        org.jdom2.Document tree = new org.jdom2.Document(opml.addContent(head).addContent(body));
        return new Document(MEDIA_TYPE, XmlBytes.of(tree), updated);
    }

    private Element outline(Term term) {
        return outline(Subject.of(term));
    }

    private Element outline(Subject subject) {
        String title = texts.title(subject);
        return new Element("outline")
                .setAttribute("type", "rss")
                .setAttribute("text", title)
                .setAttribute("title", title)
                .setAttribute("xmlUrl", texts.self(subject, Format.RSS))
                .setAttribute("htmlUrl", texts.alternate(subject));
    }
}
