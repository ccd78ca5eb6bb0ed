package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import dev.feedmill.address.PathSegments;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.library.Library;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Term;
import dev.feedmill.web.PercentCoding;
import java.util.List;

/** Maps the names in queries to terms and back. */
public final class TermNames {
    /** The kinds that a query can name, in the order of the canonical query. */
    public static final List<Term.Kind> KINDS = List.of(Term.Kind.CATEGORY, Term.Kind.AUTHOR, Term.Kind.TAG);

    /** The number of an unknown term. */
    private static final long NOTHING = -1;

    private final Library library;

    public TermNames(Library library) {
        this.library = library;
    }

    /**
     * A term found by name.
     *
     * @param isGone whether it has no articles any more
     */
    record Found(Term term, boolean isGone) {}

    /** The parameter for terms of a kind. */
    public static Parameter parameter(Term.Kind kind) {
        return Parameter.of(kind.prefix());
    }

    /** The parameter for terms of a kind that articles must not be under. */
    public static Parameter without(Term.Kind kind) {
        return Parameter.without(kind.prefix());
    }

    /** The value that names a term, encoded. */
    public static String value(Term term) {
        return PercentCoding.encode(term.segments());
    }

    /** Finds a term by name; a category may be named with its parents, separated by slashes. */
    Found find(Term.Kind kind, Parameter parameter, String value) throws BadParameterException {
        List<List<String>> readings = kind == Term.Kind.CATEGORY && value.contains("/")
                ? List.of(List.of(value.split("/", -1)), List.of(value))
                : List.of(List.of(value));
        for (List<String> segments : readings) {
            Resolution<Term> lookup = library.terms().find(kind, segments);
            if (lookup instanceof Resolution.Found<Term> found) {
                return new Found(found.value(), false);
            }
            if (lookup instanceof Resolution.Moved<Term> moved) {
                return new Found(moved.value(), false);
            }
            if (lookup instanceof Resolution.Gone<Term> gone) {
                return new Found(gone.last(), true);
            }
        }
        throw new BadParameterException(
                404, parameter, value, "'" + parameter + "' must name an existing one, not '" + value + "'");
    }

    /** Finds a term by name; an unknown name gives a term without articles. */
    Found findOrNothing(Term.Kind kind, Parameter parameter, String value) {
        try {
            return find(kind, parameter, value);
        } catch (BadParameterException e) {
            List<String> names = List.of(value);
            return new Found(new Term(NOTHING, kind, names, PathSegments.ofNames(names)), true);
        }
    }

    /** Finds a term by name, which must have articles. */
    public Term present(Term.Kind kind, Parameter parameter, String value) throws BadParameterException {
        Found found = find(kind, parameter, value);
        if (found.isGone()) {
            throw gone(parameter, value);
        }
        return found.term();
    }

    static BadParameterException gone(Parameter parameter, String value) {
        return new BadParameterException(
                410, parameter, value, "'" + parameter + "' names nothing that has articles any more");
    }
}
