package dev.feedmill.http.pages;

import dev.feedmill.article.PathSegments;
import dev.feedmill.feed.item.Format;
import dev.feedmill.http.caching.CachedResponse;
import dev.feedmill.http.caching.ConditionalRequests;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.caching.RenderQueue;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.query.CanonicalQuery;
import dev.feedmill.http.query.Parameters;
import dev.feedmill.http.query.SelectedPages;
import dev.feedmill.http.query.SelectionParameters;
import dev.feedmill.http.query.SelectionRequest;
import dev.feedmill.http.query.SelectionRequestParser;
import dev.feedmill.http.query.TermNames;
import dev.feedmill.library.Library;
import dev.feedmill.pages.part.BuilderForm;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page on which people put a feed together of what the server offers. */
public final class BuilderHandler {
    private static final int PREVIEWED = 8;

    /** More would only cost the database. */
    private static final int MOST_NAMES = 20;

    private final TermNames names;
    private final SelectionRequestParser questions;
    private final SelectedPages pages;
    private final PageMaker maker;
    private final ConditionalRequests conditional;
    private final HeaderFields fields;
    private final RenderQueue workshop;

    public BuilderHandler(
            Library library,
            SelectionRequestParser questions,
            SelectedPages pages,
            PageMaker maker,
            ConditionalRequests conditional,
            HeaderFields fields,
            RenderQueue workshop) {
        this.names = new TermNames(library);
        this.questions = questions;
        this.pages = pages;
        this.maker = maker;
        this.conditional = conditional;
        this.fields = fields;
        this.workshop = workshop;
    }

    public HttpResponse answer(HttpRequest request) {
        // Not kept: there are as many as anybody cares to ask for.
        return conditional.answer(request, workshop.make(request, () -> page(request)));
    }

    private CachedResponse page(HttpRequest request) {
        return fields.page(maker.builder(wish(new Parameters(request.query()), request.deadline())));
    }

    private BuilderForm wish(Parameters parameters, Deadline deadline) {
        List<String> faults = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        CanonicalQuery query = new CanonicalQuery();
        Set<Term> chosen = new LinkedHashSet<>();
        for (Term.Kind kind : TermNames.KINDS) {
            chosen.addAll(terms(parameters, kind, TermNames.parameter(kind), query, unknown));
        }
        Map<String, String> given = new LinkedHashMap<>();
        for (Term.Kind kind : TermNames.KINDS) {
            String without = SelectionParameters.NOT + TermNames.parameter(kind);
            terms(parameters, kind, without, query, unknown);
            given.put(
                    without,
                    String.join("", parameters.all(without).stream().limit(1).toList()));
        }
        for (String name : BuilderForm.FIELDS) {
            String value = parameters.last(name);
            given.put(name, value == null ? "" : value.strip());
            if (value != null && isGood(name, value, faults)) {
                query.add(name, value);
            }
        }
        SelectionRequest question = question(query, faults);
        Format format = format(parameters.last("format"));
        List<Entry> entries =
                pages.find(question.atMost(PREVIEWED), PREVIEWED, deadline).entries();
        return new BuilderForm(
                chosen,
                given,
                unknown,
                faults,
                question.words(),
                format.extension(),
                address(question, format),
                format.label(),
                entries);
    }

    /** What cannot be used is said, and the rest made without it. */
    private boolean isGood(String name, String value, List<String> faults) {
        try {
            questions.feed(name + "=" + PathSegments.encode(value), Term.EVERYTHING);
            return true;
        } catch (BadParameterException e) {
            faults.add(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private List<Term> terms(
            Parameters parameters, Term.Kind kind, String field, CanonicalQuery query, List<String> unknown) {
        List<Term> terms = new ArrayList<>();
        parameters.all(field).stream().limit(MOST_NAMES).forEach(name -> {
            try {
                Term term = names.present(kind, field, name.strip());
                terms.add(term);
                query.addEncoded(field, TermNames.value(term));
            } catch (BadParameterException e) {
                unknown.add(name.strip());
            }
        });
        return terms;
    }

    /** Everything where the parts are good and the whole is not: too many names. */
    private SelectionRequest question(CanonicalQuery query, List<String> faults) {
        try {
            return questions.feed(query.toString(), Term.EVERYTHING);
        } catch (BadParameterException e) {
            faults.add(String.valueOf(e.getMessage()));
            return questions.everything();
        }
    }

    /** One term has a feed of its own. */
    private static String address(SelectionRequest question, Format format) {
        if (question.where().isOneTerm() && question.query().indexOf('&') < 0) {
            return question.where().groups().get(0).get(0).feedPath(format.extension());
        }
        String query = question.query();
        return Term.EVERYTHING.feedPath(format.extension()) + (query.isEmpty() ? "" : "?" + query);
    }

    private static Format format(@Nullable String wanted) {
        for (Format format : Format.values()) {
            if (format.extension().equals(wanted)) {
                return format;
            }
        }
        return Format.RSS;
    }
}
