package dev.feedmill.http.pages;

import dev.feedmill.address.Channel;
import dev.feedmill.address.Format;
import dev.feedmill.address.Parameter;
import dev.feedmill.http.caching.Responder;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.Query;
import dev.feedmill.http.query.CanonicalQuery;
import dev.feedmill.http.query.FaultyValue;
import dev.feedmill.http.query.SelectedPages;
import dev.feedmill.http.query.SelectionQueries;
import dev.feedmill.http.query.SelectionRequest;
import dev.feedmill.http.query.SelectionRequestParser;
import dev.feedmill.http.query.TermNames;
import dev.feedmill.library.Library;
import dev.feedmill.pages.part.BuilderForm;
import dev.feedmill.pages.part.Fault;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Term;
import dev.feedmill.web.PercentCoding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Handler for the feed builder page. */
final class BuilderHandler {
    private static final Set<Long> EVERYTHING = Set.of(Term.EVERYTHING.number());
    private static final int PREVIEWED = 8;

    /** More names would only burden the database. */
    private static final int MAX_NAMES = 20;

    private final TermNames names;
    private final SelectionRequestParser parser;
    private final SelectedPages pages;
    private final PageMaker maker;
    private final Responder responder;

    BuilderHandler(Library library, SelectionQueries queries, PageMaker maker, Responder responder) {
        this.names = new TermNames(library);
        this.parser = queries.parser();
        this.pages = queries.pages();
        this.maker = maker;
        this.responder = responder;
    }

    HttpResponse answer(HttpRequest request) {
        return responder.uncachedPage(
                request, EVERYTHING, () -> maker.builder(form(request.query(), request.deadline())));
    }

    /** The form, filled in as the query says. */
    private BuilderForm form(Query filled, Deadline deadline) {
        List<Fault> faults = new ArrayList<>();
        CanonicalQuery query = new CanonicalQuery();
        Set<Term> chosen = new LinkedHashSet<>();
        for (Term.Kind kind : TermNames.KINDS) {
            chosen.addAll(terms(filled, kind, TermNames.parameter(kind), query, faults));
        }
        Map<Parameter, String> given = new EnumMap<>(Parameter.class);
        for (Term.Kind kind : TermNames.KINDS) {
            Parameter without = TermNames.without(kind);
            terms(filled, kind, without, query, faults);
            given.put(
                    without,
                    String.join("", filled.all(without).stream().limit(1).toList()));
        }
        for (Parameter name : BuilderForm.FIELDS) {
            String value = filled.last(name);
            given.put(name, value == null ? "" : value.strip());
            if (value != null && isGood(name, value, faults)) {
                query.add(name, value);
            }
        }
        SelectionRequest selection = selection(query, faults);
        String wanted = filled.last(Parameter.FORMAT);
        Format format = Objects.requireNonNullElse(wanted == null ? null : Format.named(wanted), Format.RSS);
        List<Entry> entries =
                pages.find(selection.atMost(PREVIEWED), PREVIEWED, deadline).entries();
        return new BuilderForm(
                chosen,
                given,
                faults,
                selection.words(),
                format,
                address(selection, format),
                entries,
                pages.count(selection));
    }

    /**
     * Whether a parameter is valid. If not, adds a message to the faults; the page is rendered without the parameter.
     */
    private boolean isGood(Parameter name, String value, List<Fault> faults) {
        try {
            parser.feed(Query.of(name.with(PercentCoding.encode(value))), Term.EVERYTHING);
            return true;
        } catch (BadParameterException e) {
            faults.add(FaultyValue.of(e));
            return false;
        }
    }

    private List<Term> terms(Query filled, Term.Kind kind, Parameter field, CanonicalQuery query, List<Fault> faults) {
        List<Term> terms = new ArrayList<>();
        filled.all(field).stream().limit(MAX_NAMES).forEach(name -> {
            try {
                Term term = names.present(kind, field, name.strip());
                terms.add(term);
                query.addEncoded(field, TermNames.value(term));
            } catch (BadParameterException e) {
                faults.add(FaultyValue.of(e));
            }
        });
        return terms;
    }

    /** The request that the query states; everything if its parts are valid but the whole is not: too many names. */
    private SelectionRequest selection(CanonicalQuery query, List<Fault> faults) {
        try {
            return parser.feed(Query.of(query.toString()), Term.EVERYTHING);
        } catch (BadParameterException e) {
            faults.add(FaultyValue.of(e));
            return parser.everything();
        }
    }

    /** The path of the feed; a single term has a feed of its own. */
    private static String address(SelectionRequest selection, Format format) {
        if (selection.where().isOneTerm() && selection.query().indexOf('&') < 0) {
            return selection
                    .where()
                    .groups()
                    .get(0)
                    .get(0)
                    .channel()
                    .feed(format)
                    .path();
        }
        return Channel.EVERYTHING.feed(format).with(selection.query());
    }
}
