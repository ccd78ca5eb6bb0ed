package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.List;

/** Reads from a query which terms articles must be under, and which not. For one query. */
final class TermConditionReader {
    private final TermNames names;
    private final ParameterReader parameters;
    private final SelectionSentence sentence;
    private final int max;
    private final boolean lenient;
    private int count;

    /**
     * Creates a reader.
     *
     * @param sentence gets the names
     * @param max maximum number of names in the query
     * @param lenient whether names of unknown terms are allowed
     */
    TermConditionReader(
            TermNames names, ParameterReader parameters, SelectionSentence sentence, int max, boolean lenient) {
        this.names = names;
        this.parameters = parameters;
        this.sentence = sentence;
        this.max = max;
        this.lenient = lenient;
    }

    /**
     * The groups of terms of each of which an article must be under one.
     *
     * @param within a term that every article must be under
     */
    List<List<Term>> groups(Term within) throws BadParameterException {
        List<List<Term>> groups = new ArrayList<>();
        if (within.kind() != Term.Kind.EVERYTHING) {
            groups.add(List.of(within));
        }
        for (Term.Kind kind : TermNames.KINDS) {
            List<Term> any = any(kind);
            if (!any.isEmpty()) {
                groups.add(any);
            }
        }
        return groups;
    }

    /** The terms that no article may be under. */
    List<Term> none() throws BadParameterException {
        List<Term> all = new ArrayList<>();
        for (Term.Kind kind : TermNames.KINDS) {
            List<Term> none = found(kind, TermNames.without(kind)).stream()
                    .map(TermNames.Found::term)
                    .toList();
            sentence.none(kind, none);
            all.addAll(none);
        }
        return all;
    }

    /**
     * The terms of a parameter with alternatives. Terms without articles stay in the canonical query, since they may
     * get some again.
     */
    private List<Term> any(Term.Kind kind) throws BadParameterException {
        Parameter parameter = TermNames.parameter(kind);
        List<Term> any = new ArrayList<>();
        boolean present = false;
        for (TermNames.Found found : found(kind, parameter)) {
            any.add(found.term());
            present |= !found.isGone();
        }
        if (!any.isEmpty() && !present && !lenient) {
            throw TermNames.gone(parameter, parameters.all(parameter).get(0));
        }
        sentence.any(kind, any);
        return any;
    }

    private List<TermNames.Found> found(Term.Kind kind, Parameter parameter) throws BadParameterException {
        List<TermNames.Found> found = new ArrayList<>();
        for (String value : parameters.all(parameter)) {
            if (++count > max) {
                throw new BadParameterException(
                        "the query must have at most " + max + " names; '" + parameter + "' has one too many");
            }
            TermNames.Found one =
                    lenient ? names.findOrNothing(kind, parameter, value) : names.find(kind, parameter, value);
            if (!found.contains(one)) {
                found.add(one);
            }
            parameters.addEncoded(parameter, TermNames.value(one.term()));
        }
        return found;
    }
}
