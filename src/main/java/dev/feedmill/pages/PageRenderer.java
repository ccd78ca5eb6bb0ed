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

/** Renders the HTML pages, as UTF-8. Thread-safe. */
public final class PageRenderer {
    private static final Set<Integer> EXPLAINED = Set.of(400, 401, 403, 404, 405, 410, 503);
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final SiteContext site;

    public PageRenderer(SiteContext site) {
        this.site = site;
        this.engine.setBinaryStaticContent(true);
    }

    /**
     * The front page.
     *
     * @param articles total number of articles
     * @param shelves the terms with most articles of each kind
     */
    public byte[] home(long articles, TermListPage newest, Map<Term.Kind, Tree> shelves) {
        List<FeedLinks> feeds = new ArrayList<>(FeedLinks.discovery(site, Term.EVERYTHING));
        site.named().forEach(named -> feeds.add(FeedLinks.of(site, named)));
        Head head = Head.of(site, newest.path(), site.title(), site.description(), feeds);
        List<TermSection> filled = new ArrayList<>();
        if (!site.named().isEmpty()) {
            filled.add(TermSection.of(head, site.named()));
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
                        Subscription.of(site, Term.EVERYTHING),
                        newest.slice().entries().stream()
                                .map(entry -> ArticleItem.of(head, entry))
                                .toList(),
                        newest.nothing(head),
                        newest.newer(head),
                        newest.older(head),
                        filled));
    }

    /**
     * The page of a category, an author or a tag.
     *
     * @param rule the operator's settings for the category; null for none
     */
    public byte[] term(Term term, @Nullable CategoryRule rule, long articles, Tree below, TermListPage page) {
        return render("term.jte", TermView.of(site, term, rule, articles, below, page));
    }

    /**
     * The page of all terms of a kind, or of those right below a category.
     *
     * @param page page number, counted from 1; pages have {@link TermsView#LENGTH} terms
     */
    public byte[] terms(Term.Kind kind, Term above, int page, Tree tree) {
        return render("terms.jte", TermsView.of(site, kind, above, page, tree));
    }

    /**
     * The page of an article.
     *
     * @param home category in which the article is shown, or everything
     * @param rule the operator's settings for that category; null for none
     * @param terms terms that it is listed under
     */
    public byte[] article(
            Entry entry, Term home, @Nullable CategoryRule rule, List<Term> terms, AdjacentEntries neighbours) {
        return render("article.jte", ArticleView.of(site, entry, home, rule, terms, neighbours));
    }

    /**
     * The feed builder page.
     *
     * @param shelves the terms with most articles of each kind, as choices
     */
    public byte[] builder(BuilderForm form, Map<Term.Kind, Tree> shelves) {
        return render("builder.jte", BuilderView.of(site, form, shelves));
    }

    /**
     * The page of a named selection.
     *
     * @param isFirst whether this is the first page
     * @param next query of the next page; null for none
     */
    public byte[] named(NamedSelection named, boolean isFirst, List<Entry> entries, @Nullable String next) {
        return render("term.jte", TermView.of(site, named, isFirst, entries, next));
    }

    /** The search page with results. */
    public byte[] search(Search search) {
        return render("search.jte", SearchView.of(site, search));
    }

    /**
     * The search page with an error message instead of results.
     *
     * @param fault the message
     */
    public byte[] search(String typed, String fault) {
        return render("search.jte", SearchView.fault(site, typed, fault));
    }

    /** The status page for the operator. */
    public byte[] status(StatusFacts facts) {
        return render("status.jte", StatusView.of(site, facts));
    }

    /**
     * The error page.
     *
     * @param path path of the request, raw
     * @param nearest categories that the client may have meant
     */
    public byte[] error(int status, String path, List<TermSummary> nearest) {
        String kind = EXPLAINED.contains(status) ? Integer.toString(status) : "other";
        Head head = Head.missing(site, path, site.words().get("error." + kind));
        return render(
                "error.jte",
                new ErrorView(
                        head,
                        status,
                        head.word("error." + kind + ".detail"),
                        Tree.flat(nearest, nearest.size()).nodes().stream()
                                .map(node -> TermItem.of(head, node))
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
