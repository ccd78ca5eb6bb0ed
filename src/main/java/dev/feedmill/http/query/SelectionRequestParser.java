package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import dev.feedmill.feed.LatestRenderer;
import dev.feedmill.feed.item.ContentOptions;
import dev.feedmill.filter.BadPatternException;
import dev.feedmill.filter.EntryFilter;
import dev.feedmill.html.text.PlainText;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.Query;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.library.Library;
import dev.feedmill.pages.part.Messages;
import dev.feedmill.search.TextQuery;
import dev.feedmill.selection.Conditions;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Cursors;
import dev.feedmill.selection.Selection.Order;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TimeCondition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parser for the queries that select articles. Thread-safe. */
public final class SelectionRequestParser {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    private static final Map<String, Order> ORDERS = Map.of("published", Order.PUBLISHED, "updated", Order.UPDATED);

    private final Library library;
    private final TermNames names;
    private final ServerRules.Selections rules;
    private final ZoneId zone;
    private final String language;
    private final InstantSource clock;

    /** @param language BCP 47 tag of articles that name none */
    public SelectionRequestParser(
            Library library, ServerRules.Selections rules, ZoneId zone, String language, InstantSource clock) {
        this.library = library;
        this.names = new TermNames(library);
        this.rules = rules;
        this.zone = zone;
        this.language = language;
        this.clock = clock;
    }

    /**
     * Parses the query of a feed.
     *
     * @param within a term that every article must be under
     */
    public SelectionRequest feed(Query query, Term within) throws BadParameterException {
        return new Reading(query, SelectionParameters.FEED, false).selection(within);
    }

    /** The request for all articles, the latest first. */
    public SelectionRequest everything() {
        try {
            return feed(Query.of(null), Term.EVERYTHING);
        } catch (BadParameterException e) {
            throw new IllegalStateException("nothing is asked for", e);
        }
    }

    /**
     * Parses a query in the operator's settings, whose names may belong to terms that do not exist yet, or no longer.
     * The settings name the feed, so that the query does not.
     */
    public SelectionRequest named(String query) throws BadParameterException {
        return new Reading(Query.of(query), SelectionParameters.NAMED, true).selection(Term.EVERYTHING);
    }

    /** Parses the query of {@code /latest}. */
    public SelectionRequest latest(Query query) throws BadParameterException {
        return new Reading(query, SelectionParameters.LATEST, false).selection(Term.EVERYTHING);
    }

    /** The state of parsing one query. */
    private final class Reading {
        private final ParameterReader parameters;
        private final Set<Parameter> known;
        private final boolean lenient;
        private final SelectionSentence sentence = new SelectionSentence(Messages.of(language), zone);

        /** @param lenient whether names of unknown terms are allowed */
        Reading(Query query, Set<Parameter> known, boolean lenient) {
            this.parameters = new ParameterReader(query);
            this.known = known;
            this.lenient = lenient;
        }

        SelectionRequest selection(Term within) throws BadParameterException {
            TermConditionReader terms = new TermConditionReader(names, parameters, sentence, rules.maxNames(), lenient);
            List<List<Term>> groups = terms.groups(within);
            List<Term> none = terms.none();
            Conditions.Languages languages = languages();
            Map<Parameter, String> values = values(SelectionParameters.VALUES);
            TextQuery text = text();
            Map<TimeCondition, TimeBound> times = times();
            EntryFilter filter = filter();
            Order order = parameters.choice(Parameter.SORT, ORDERS, Order.PUBLISHED);
            ContentOptions shape = ContentOptionsReader.read(parameters);
            Integer limit = parameters.number(Parameter.LIMIT, rules.maxItems(library.window()));
            addName();
            String words = sentence(parameters.canonical());
            List<String> fields = fields();
            // Links to the next page replace it at the end.
            Cursor after = cursor();
            return new SelectionRequest(
                    parameters.canonical(),
                    words,
                    new Conditions(groups, none, languages, text, values, at(times)),
                    filter,
                    new SelectionRequest.Piece(order, limit, after),
                    shape,
                    fields,
                    times);
        }

        private void addName() throws BadParameterException {
            String value = known.contains(Parameter.NAME) ? parameters.last(Parameter.NAME) : null;
            String name = value == null ? "" : SentenceParts.plain(value);
            if (name.codePointCount(0, name.length()) > Parameter.NAME.most()) {
                throw ParameterReader.bad(Parameter.NAME, "at most " + Parameter.NAME.most() + " characters", name);
            }
            if (!name.isEmpty()) {
                parameters.add(Parameter.NAME, name);
            }
        }

        private String sentence(String canonical) {
            Query query = Query.of(canonical);
            for (Parameter name : SelectionParameters.MANNERS) {
                String value = query.last(name);
                if (value != null) {
                    sentence.manner(name, value);
                }
            }
            return sentence.toString();
        }

        private Map<TimeCondition, Instant> at(Map<TimeCondition, TimeBound> times) {
            Instant now = clock.instant();
            Map<TimeCondition, Instant> limits = new EnumMap<>(TimeCondition.class);
            times.forEach((condition, bound) -> limits.put(condition, bound.at(now, zone)));
            return limits;
        }

        /** The values of these parameters, by their rows in {@link Parameter}. */
        private Map<Parameter, String> values(Set<Parameter> names) throws BadParameterException {
            Map<Parameter, String> values = new EnumMap<>(Parameter.class);
            for (Parameter name : names) {
                String value = parameters.value(name);
                if (value != null) {
                    values.put(name, value);
                    sentence.value(name, value);
                }
            }
            return values;
        }

        private Conditions.@Nullable Languages languages() throws BadParameterException {
            List<String> ranges = new ArrayList<>();
            for (String value : parameters.all(Parameter.LANG)) {
                String range = value.strip().toLowerCase(Locale.ROOT);
                if (ranges.size() >= rules.maxNames()) {
                    throw new BadParameterException("'lang' must name at most " + rules.maxNames() + " languages");
                }
                if (!TAG.matcher(range).matches()) {
                    throw ParameterReader.bad(Parameter.LANG, "a language such as en or zh-Hans", value);
                }
                ranges.add(range);
                parameters.add(Parameter.LANG, range);
            }
            sentence.languages(ranges);
            String usual = language.toLowerCase(Locale.ROOT);
            boolean unnamed = ranges.stream().anyMatch(range -> usual.equals(range) || usual.startsWith(range + "-"));
            return ranges.isEmpty() ? null : new Conditions.Languages(ranges, unnamed);
        }

        private @Nullable TextQuery text() throws BadParameterException {
            TextQuery words = text(Parameter.WORDS, false);
            TextQuery titles = text(Parameter.TITLE, true);
            if (words == null || titles == null) {
                return words == null ? titles : words;
            }
            return words.and(titles);
        }

        private @Nullable TextQuery text(Parameter name, boolean inTitles) throws BadParameterException {
            String value = parameters.last(name);
            if (value == null) {
                return null;
            }
            String typed = PlainText.collapse(value);
            int max = rules.maxText();
            TextQuery query = TextQuery.read(typed, inTitles);
            if (query == null || typed.codePointCount(0, typed.length()) > max) {
                throw ParameterReader.bad(name, "words to look for, at most " + max + " characters", typed);
            }
            if (!library.hasAllWords()) {
                throw BadParameterException.tooEarly();
            }
            parameters.add(name, typed);
            sentence.text(name, typed);
            return query;
        }

        private Map<TimeCondition, TimeBound> times() throws BadParameterException {
            Map<TimeCondition, TimeBound> times = new EnumMap<>(TimeCondition.class);
            for (TimeCondition condition : TimeCondition.values()) {
                Parameter name = condition.parameter();
                TimeBound bound = name.type() == Parameter.Type.SECONDS ? age(name) : moment(name, condition.isUpper());
                if (bound != null) {
                    times.put(condition, bound);
                    sentence.time(name, bound);
                }
            }
            return times;
        }

        private @Nullable TimeBound moment(Parameter name, boolean end) throws BadParameterException {
            String value = parameters.last(name);
            if (value == null) {
                return null;
            }
            TimeBound moment = TimeBound.read(value, zone, end);
            if (moment == null) {
                throw ParameterReader.bad(name, TimeBound.ALLOWED, value);
            }
            parameters.add(name, moment.text());
            return moment;
        }

        private @Nullable TimeBound age(Parameter name) throws BadParameterException {
            String seconds = parameters.value(name);
            return seconds == null ? null : new TimeBound("", null, 0, Duration.ofSeconds(Long.parseLong(seconds)));
        }

        private EntryFilter filter() throws BadParameterException {
            try {
                return EntryFilter.of(values(SelectionParameters.FILTERS));
            } catch (BadPatternException e) {
                throw new BadParameterException(String.valueOf(e.getMessage()));
            }
        }

        private List<String> fields() throws BadParameterException {
            String value = known.contains(Parameter.FIELDS) ? parameters.last(Parameter.FIELDS) : null;
            if (value == null) {
                return List.of();
            }
            List<String> wanted =
                    List.of(value.split(",", -1)).stream().map(String::strip).toList();
            for (String field : wanted) {
                if (!LatestRenderer.FIELDS.contains(field)) {
                    throw ParameterReader.bad(
                            Parameter.FIELDS, "some of " + String.join(",", LatestRenderer.FIELDS), field);
                }
            }
            List<String> fields =
                    LatestRenderer.FIELDS.stream().filter(wanted::contains).toList();
            parameters.add(Parameter.FIELDS, String.join(",", fields));
            return fields;
        }

        private @Nullable Cursor cursor() throws BadParameterException {
            String cursor = parameters.last(Parameter.CURSOR);
            String value = cursor == null && known.contains(Parameter.NEXT) ? parameters.last(Parameter.NEXT) : cursor;
            if (value == null) {
                return null;
            }
            Cursor place = Cursors.read(value);
            if (place == null) {
                throw new BadParameterException("'cursor' must be one from an earlier response");
            }
            parameters.add(Parameter.CURSOR, Cursors.write(place));
            return place;
        }
    }
}
