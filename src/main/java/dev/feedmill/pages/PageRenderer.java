package dev.feedmill.pages;

import dev.feedmill.article.CategoryRule;
import dev.feedmill.pages.part.BuilderForm;
import dev.feedmill.pages.part.FeedLinks;
import dev.feedmill.pages.part.Search;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.pages.part.StatusFacts;
import dev.feedmill.pages.part.Tree;
import dev.feedmill.selection.AdjacentEntries;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermSummary;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the pages for people, as UTF-8. Threads may share it. */
public final class PageRenderer {
    private static final Set<Integer> TOLD = Set.of(400, 401, 403, 404, 405, 410, 503);
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final SiteContext frame;

    public PageRenderer(SiteContext frame) {
        this.frame = frame;
        this.engine.setBinaryStaticContent(true);
    }

    /**
     * The front page.
     *
     * @param articles how many there are
     * @param shelves the largest terms of each kind
     */
    public byte[] home(long articles, Part newest, Map<Term.Kind, Tree> shelves) {
        List<FeedLinks> feeds = new ArrayList<>(FeedLinks.discovery(frame, Term.EVERYTHING));
        frame.named().forEach(named -> feeds.add(FeedLinks.of(frame, named)));
        Head head = Head.of(frame, newest.path(), frame.title(), frame.description(), feeds);
        List<TermSection> filled = new ArrayList<>();
        if (!frame.named().isEmpty()) {
            filled.add(TermSection.of(head, frame.named()));
        }
        shelves.forEach((kind, tree) -> {
            if (!tree.nodes().isEmpty()) {
                filled.add(TermSection.of(head, kind, tree));
            }
        });
        return render(
                "home.jte",
                new HomeView(
                        newest.isFirst() ? head : head.unlisted(),
                        head.word("counted", articles),
                        Subscription.of(frame, Term.EVERYTHING),
                        newest.slice().entries().stream()
                                .map(entry -> Item.of(head, entry))
                                .toList(),
                        newest.nothing(head),
                        newest.newer(head),
                        newest.older(head),
                        filled));
    }

    /**
     * The page of a category, an author or a tag.
     *
     * @param rule what the operator says of it; null for nothing
     */
    public byte[] term(Term term, @Nullable CategoryRule rule, long articles, Tree below, Part part) {
        return render("term.jte", TermView.of(frame, term, rule, articles, below, part));
    }

    /**
     * All terms of a kind, or all right below a category.
     *
     * @param page counted from 1, of {@link TermsView#LENGTH} terms each
     */
    public byte[] terms(Term.Kind kind, Term above, int page, Tree tree) {
        return render("terms.jte", TermsView.of(frame, kind, above, page, tree));
    }

    /**
     * An article to be read here.
     *
     * @param home the category that it is read within, or everything
     * @param terms those that it is listed under
     */
    public byte[] article(Entry entry, Term home, List<Term> terms, AdjacentEntries neighbours) {
        return render("article.jte", ArticleView.of(frame, entry, home, terms, neighbours));
    }

    /**
     * The page on which people put a feed together.
     *
     * @param shelves the largest terms of each kind, to be ticked
     */
    public byte[] builder(BuilderForm wish, Map<Term.Kind, Tree> shelves) {
        return render("builder.jte", BuilderView.of(frame, wish, shelves));
    }

    /**
     * The page of a selection with a name.
     *
     * @param isFirst whether it begins with the newest
     * @param next query of what follows; null for nothing
     */
    public byte[] named(NamedSelection named, boolean isFirst, List<Entry> entries, @Nullable String next) {
        return render("term.jte", TermView.of(frame, named, isFirst, entries, next));
    }

    /** The page of articles that were looked for. */
    public byte[] search(Search search) {
        return render("search.jte", SearchView.of(frame, search));
    }

    /**
     * The same where what was asked for cannot be looked for.
     *
     * @param fault says why
     */
    public byte[] search(String typed, String fault) {
        return render("search.jte", SearchView.fault(frame, typed, fault));
    }

    /** How the server is doing, for its operator. */
    public byte[] status(StatusFacts facts) {
        return render("status.jte", StatusView.of(frame, facts));
    }

    /**
     * What is said where a page cannot be shown.
     *
     * @param path of the request, as it came
     * @param nearest categories that may have been meant
     */
    public byte[] error(int status, String path, List<TermSummary> nearest) {
        String kind = TOLD.contains(status) ? Integer.toString(status) : "other";
        Head head = Head.missing(frame, path, frame.words().get("error." + kind));
        return render(
                "error.jte",
                new ErrorView(
                        head,
                        status,
                        head.word("error." + kind + ".detail"),
                        Tree.flat(nearest, nearest.size()).nodes().stream()
                                .map(node -> Row.of(head, node))
                                .toList()));
    }

    private byte[] render(String template, Object view) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, view, output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
