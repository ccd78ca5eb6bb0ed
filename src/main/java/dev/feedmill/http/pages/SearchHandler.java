package dev.feedmill.http.pages;

import dev.feedmill.address.Parameter;
import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.caching.Responder;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.Query;
import dev.feedmill.http.query.FaultyValue;
import dev.feedmill.http.query.SelectedPages;
import dev.feedmill.http.query.SelectionParameters;
import dev.feedmill.http.query.SelectionQueries;
import dev.feedmill.http.query.SelectionRequest;
import dev.feedmill.http.query.SelectionRequestParser;
import dev.feedmill.library.Library;
import dev.feedmill.pages.SearchView;
import dev.feedmill.pages.part.Fault;
import dev.feedmill.pages.part.Search;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.search.TextQuery;
import dev.feedmill.selection.Cursors;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.SearchResults;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Handler for the search page, which accepts all parameters of a feed's query. */
final class SearchHandler {
    private static final int MAX_PAGES = 100;
    private static final Set<Parameter> WITHOUT_PLACE = without(Parameter.CURSOR);
    private static final Set<Parameter> WITHOUT_ORDER = without(Parameter.CURSOR, Parameter.SORT);
    private static final Set<Parameter> OTHERS =
            without(Parameter.CURSOR, Parameter.WORDS, Parameter.LIMIT, Parameter.NAME);

    private final Library library;
    private final SelectionRequestParser parser;
    private final SelectedPages pages;
    private final PageMaker maker;
    private final Responder responder;

    SearchHandler(Library library, SelectionQueries queries, PageMaker maker, Responder responder) {
        this.library = library;
        this.parser = queries.parser();
        this.pages = queries.pages();
        this.maker = maker;
        this.responder = responder;
    }

    /** The search page. */
    HttpResponse answer(HttpRequest request) {
        Query query = request.query();
        try {
            SelectionRequest selection = parser.feed(query, Term.EVERYTHING);
            return responder.uncachedPage(request, selection.terms(), () -> {
                Search search = search(query, selection, request.deadline());
                return maker.document(site -> SearchView.of(site, search));
            });
        } catch (BadParameterException e) {
            if (e.status() != 400) {
                return e.answer();
            }
            return fault(query.last(Parameter.WORDS), FaultyValue.of(e));
        }
    }

    /** The page with its form, and what is wrong in place of results: 400. */
    private HttpResponse fault(@Nullable String typed, Fault fault) {
        Document page = maker.document(site -> SearchView.fault(site, typed == null ? "" : typed, fault));
        Map<String, String> headers = new LinkedHashMap<>(HeaderFields.PAGE);
        headers.put("Content-Type", page.mediaType());
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        return HttpResponse.content(400, headers, page.bytes(Coding.IDENTITY));
    }

    private Search search(Query query, SelectionRequest selection, Deadline deadline) {
        TextQuery text = selection.where().text();
        boolean choice =
                text != null && !text.all().isEmpty() && selection.filter().isEmpty();
        boolean best = choice && query.last(Parameter.SORT) == null;
        String typed = query.last(Parameter.WORDS);
        String unordered = Query.of(selection.query()).only(WITHOUT_ORDER);
        Found found = best ? best(selection, page(query.last(Parameter.PAGE))) : newest(selection, deadline);
        return new Search(
                new Search.Form(typed == null ? "" : typed, others(query)),
                selection.words(),
                Query.of(selection.query()).only(WITHOUT_PLACE),
                text,
                choice
                        ? new Search.Order(best, best ? joined(unordered, Parameter.SORT.with("published")) : unordered)
                        : null,
                found.entries(),
                pages.count(selection),
                found.next() == null ? null : joined(unordered, found.next()));
    }

    /** @param next query parameters of the next page; null if there is none */
    private record Found(List<Entry> entries, @Nullable String next) {}

    private Found best(SelectionRequest selection, int page) {
        int items = maker.sizes().pageItems();
        SearchResults matches = library.bestMatches(selection.where(), page * items, items);
        boolean more = matches.more() && page + 1 < MAX_PAGES;
        return new Found(matches.entries(), more ? Parameter.PAGE.with(Integer.toString(page + 2)) : null);
    }

    private Found newest(SelectionRequest selection, Deadline deadline) {
        int items = maker.sizes().pageItems();
        Page page = pages.find(selection.atMost(items), items, deadline);
        String next = page.next() == null
                ? null
                : Parameter.SORT.with(sort(selection)) + "&" + Parameter.CURSOR.with(Cursors.write(page.next()));
        return new Found(page.entries(), next);
    }

    private static String joined(String query, String more) {
        return query.isEmpty() ? more : query + "&" + more;
    }

    private static String sort(SelectionRequest selection) {
        return selection.piece().order().name().toLowerCase(Locale.ROOT);
    }

    /** The page number, counted from 0. */
    private static int page(@Nullable String text) {
        return text != null && text.matches("[1-9][0-9]?") ? Integer.parseInt(text) - 1 : 0;
    }

    /** The hidden fields of the form, so that a new search keeps the other conditions. */
    private static List<Map.Entry<String, String>> others(Query query) {
        List<Map.Entry<String, String>> others = new ArrayList<>();
        for (Parameter name : OTHERS) {
            query.all(name).forEach(value -> others.add(Map.entry(name.toString(), value)));
        }
        return others;
    }

    /** The parameters of a feed without some, by their names. */
    private static Set<Parameter> without(Parameter... names) {
        Set<Parameter> some = new TreeSet<>(Comparator.comparing(Parameter::toString));
        some.addAll(SelectionParameters.FEED);
        some.removeAll(List.of(names));
        return some;
    }
}
