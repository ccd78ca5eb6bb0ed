package dev.feedmill.feed;

import dev.feedmill.article.CategoryRule;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.coding.XmlBytes;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.feed.item.FeedItemMapper;
import dev.feedmill.feed.item.Site;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermCount;
import java.util.List;
import java.util.function.Function;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Renders the list of all feeds for import into readers (OPML, opml.org/spec2.opml), with folders for categories. */
public final class OpmlRenderer {
    private static final String MEDIA_TYPE = "text/x-opml; charset=utf-8";
    private final FeedItemMapper mapper;
    private final Function<Term.Kind, String> folders;
    private final Function<Term, @Nullable CategoryRule> rules;

    /**
     * Creates a renderer.
     *
     * @param folders the name of the folder of each kind
     * @param rules the operator's rule for a category; null for none
     */
    public OpmlRenderer(Site site, Function<Term.Kind, String> folders, Function<Term, @Nullable CategoryRule> rules) {
        this.mapper = new FeedItemMapper(site);
        this.folders = folders;
        this.rules = rules;
    }

    /**
     * The feeds of these terms, with a folder for each kind. The document has no date, so a new article alone does not
     * change its bytes.
     *
     * @param listings terms, each followed by those below it
     * @param named named selections, in the order of the settings
     */
    public Document render(List<TermCount> listings, List<NamedSelection> named) {
        Element body = new Element("body");
        Outlines outlines = new Outlines(mapper, rules);
        for (Term.Kind kind : Term.Kind.values()) {
            List<Term> terms = listings.stream()
                    .map(TermCount::term)
                    .filter(term -> term.kind() == kind)
                    .toList();
            if (kind == Term.Kind.EVERYTHING) {
                terms.forEach(term -> body.addContent(outlines.feed(FeedDescriptor.of(term))));
                named.forEach(one -> body.addContent(outlines.feed(FeedDescriptor.of(one))));
            } else if (!terms.isEmpty()) {
                Element folder = Outlines.folder(folders.apply(kind));
                outlines.addTree(folder, terms, 0);
                body.addContent(folder);
            }
        }
        return document(mapper.title(FeedDescriptor.of(Term.EVERYTHING)), body);
    }

    /**
     * The feeds of a category and of all categories below it.
     *
     * @param listings terms, each followed by those below it
     */
    public Document part(Term category, List<TermCount> listings) {
        int depth = category.segments().size();
        List<Term> terms = listings.stream()
                .map(TermCount::term)
                .filter(term -> term.kind() == category.kind()
                        && term.segments().size() >= depth
                        && term.segments().subList(0, depth).equals(category.segments()))
                .toList();
        Element body = new Element("body");
        new Outlines(mapper, rules).addTree(body, terms, depth - 1);
        return document(mapper.title(FeedDescriptor.of(category, rules.apply(category))), body);
    }

    private static Document document(String title, Element body) {
        Element head = new Element("head").addContent(new Element("title").setText(title));
        Element opml = new Element("opml").setAttribute("version", "2.0");
        org.jdom2.Document tree = new org.jdom2.Document(opml.addContent(head).addContent(body));
        return new Document(MEDIA_TYPE, XmlBytes.of(tree));
    }
}
