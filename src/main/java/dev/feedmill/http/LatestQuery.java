package dev.feedmill.http;

import dev.feedmill.article.Conditions;
import dev.feedmill.article.Cursor;
import dev.feedmill.article.Lookup;
import dev.feedmill.article.Selection;
import dev.feedmill.article.Term;
import dev.feedmill.feed.LatestRenderer;
import dev.feedmill.library.Library;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /latest} is asked for, checked.
 *
 * @param fields of each item
 */
record LatestQuery(Selection selection, Set<String> fields) {
    /** More would only cost the database. */
    private static final int MOST_TERMS = 20;

    /** A parameter that cannot be used; the message names it and what is wanted. */
    static final class BadParameterException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        BadParameterException(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** Looks up the names that the query holds. */
    static LatestQuery of(@Nullable String query, Library library, ServerRules rules) throws BadParameterException {
        Parameters parameters = new Parameters(query);
        List<Term> terms = new ArrayList<>();
        for (Term.Kind kind : List.of(Term.Kind.CATEGORY, Term.Kind.AUTHOR, Term.Kind.TAG)) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            for (String value : parameters.all(name)) {
                if (terms.size() == MOST_TERMS) {
                    throw new BadParameterException(
                            400, "'" + name + "' must not be the last of more than " + MOST_TERMS + " names");
                }
                terms.add(term(library, kind, name, value));
            }
        }
        if (terms.isEmpty()) {
            terms.add(Term.EVERYTHING);
        }
        terms.sort(Comparator.comparingLong(Term::number));
        return new LatestQuery(
                new Selection(
                        Conditions.under(terms.stream().distinct().toList())
                                .since(since(parameters.last("since"), rules.zone())),
                        Selection.Order.PUBLISHED,
                        cursor(parameters),
                        limit(parameters.last("limit"), rules.latestLimit(), rules.latestMax())),
                fields(parameters.last("fields")));
    }

    /** Looks a name up; a category may be named with those above it, slashes between. */
    static Term term(Library library, Term.Kind kind, String name, String value) throws BadParameterException {
        List<List<String>> readings = kind == Term.Kind.CATEGORY && value.contains("/")
                ? List.of(List.of(value.split("/", -1)), List.of(value))
                : List.of(List.of(value));
        for (List<String> segments : readings) {
            Lookup<Term> lookup = library.find(kind, segments);
            if (lookup instanceof Lookup.Found<Term> found) {
                return found.value();
            }
            if (lookup instanceof Lookup.Moved<Term> moved) {
                return moved.value();
            }
            if (lookup instanceof Lookup.Gone<Term>) {
                throw new BadParameterException(410, "'" + name + "' names one that has no articles any more");
            }
        }
        throw new BadParameterException(404, "'" + name + "' must name one that there is, not '" + value + "'");
    }

    private static int limit(@Nullable String value, int otherwise, int max) throws BadParameterException {
        if (value == null) {
            return otherwise;
        }
        try {
            int limit = Integer.parseInt(value.strip());
            if (limit >= 1 && limit <= max) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw badLimit(value, max);
        }
        throw badLimit(value, max);
    }

    private static BadParameterException badLimit(String value, int max) {
        return new BadParameterException(400, "'limit' must be a number from 1 to " + max + ", not '" + value + "'");
    }

    private static @Nullable Instant since(@Nullable String value, ZoneId zone) throws BadParameterException {
        if (value == null) {
            return null;
        }
        String text = value.strip().replace(' ', '+');
        try {
            if (text.matches("\\d{1,11}")) {
                return Instant.ofEpochSecond(Long.parseLong(text));
            }
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BadParameterException(
                    400,
                    "'since' must be a date such as 2024-05-01, 2024-05-01T12:00:00Z or seconds since 1970, not '"
                            + value + "'");
        }
    }

    private static @Nullable Cursor cursor(Parameters parameters) throws BadParameterException {
        String value = parameters.last("cursor") == null ? parameters.last("next") : parameters.last("cursor");
        if (value == null) {
            return null;
        }
        Cursor cursor = Cursors.read(value);
        if (cursor == null) {
            throw new BadParameterException(400, "'cursor' must be the 'next' of an earlier answer");
        }
        return cursor;
    }

    private static Set<String> fields(@Nullable String value) throws BadParameterException {
        if (value == null) {
            return Set.copyOf(LatestRenderer.FIELDS);
        }
        Set<String> fields = new LinkedHashSet<>();
        for (String name : value.split(",", -1)) {
            if (!LatestRenderer.FIELDS.contains(name.strip())) {
                throw new BadParameterException(
                        400,
                        "'fields' must be some of " + String.join(",", LatestRenderer.FIELDS) + ", not '" + name + "'");
            }
            fields.add(name.strip());
        }
        return fields;
    }

    /** One name for all spellings of the same question. */
    String key() {
        StringBuilder key = new StringBuilder("/latest");
        selection
                .where()
                .groups()
                .forEach(group -> key.append(' ').append(group.get(0).number()));
        key.append("|")
                .append(selection.where().since())
                .append("|")
                .append(selection.after())
                .append("|")
                .append(selection.limit());
        LatestRenderer.FIELDS.stream()
                .filter(fields::contains)
                .forEach(field -> key.append(' ').append(field));
        return key.toString();
    }
}
