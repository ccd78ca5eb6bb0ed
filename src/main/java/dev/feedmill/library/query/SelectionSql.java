package dev.feedmill.library.query;

import dev.feedmill.library.table.ArticleRow;
import dev.feedmill.library.table.ArticleRowMapper;
import dev.feedmill.library.words.SortKey;
import dev.feedmill.library.words.TextIndex;
import dev.feedmill.library.words.TextSearchPlan;
import dev.feedmill.library.words.TextSql;
import dev.feedmill.search.TextQuery;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TimeCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Builds the SQL statement of a selection: it walks the listings of the group with the fewest articles, latest first,
 * and probes the others' listings for each entry until there are enough.
 */
final class SelectionSql {
    /**
     * Up to this number, articles changed since a time are sorted; of more, a walk from the newest finds enough soon.
     */
    private static final int MAX_SORTED = 1_000;

    /** SQLite combines at most 500 subqueries; no URL names that many terms. */
    private static final int MAX_WALKED = 200;

    /** Of more matches, only the newest are ranked. */
    private static final int MAX_RANKED = 2_000;

    private static final String BEST_FIRST = " ORDER BY worth DESC, published DESC, article DESC";

    private final Handle handle;
    private final ResolvedConditions terms;
    private final Selection selection;
    private final @Nullable TextSearchPlan plan;
    private final Map<String, Object> values = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();

    /**
     * Creates the statement.
     *
     * @param terms of the selection's conditions, each group with articles
     */
    SelectionSql(Handle handle, TextIndex texts, ResolvedConditions terms, Selection selection) {
        this.handle = handle;
        this.terms = terms;
        this.selection = selection;
        this.plan = plan(texts);
        if (plan != null) {
            values.put("text", plan.sql().value());
        }
    }

    private @Nullable TextSearchPlan plan(TextIndex texts) {
        TextQuery query = selection.where().text();
        return query == null ? null : TextSearchPlan.of(texts, query, selection.order(), maxOtherMatches());
    }

    /** Upper bound of the number of articles that match the conditions other than search words. */
    private long maxOtherMatches() {
        long min = ResolvedConditions.size(terms.groups().get(0));
        Instant since = selection.where().time(TimeCondition.SINCE);
        return since == null ? min : Math.min(min, changed(walkedGroup(), roundedUp(since)));
    }

    private long changed(List<ResolvedConditions.State> group, long since) {
        long changed = 0;
        for (ResolvedConditions.State term : group) {
            long few = countChanges(term, since);
            changed += few < MAX_SORTED ? few : Long.MAX_VALUE / MAX_WALKED;
        }
        return changed;
    }

    /** The matching rows, latest first, at most {@code limit}. */
    List<ArticleRow> rows(int limit) {
        values.put("limit", limit);
        // CROSS JOIN makes SQLite begin with the places.
        return handle.createQuery("SELECT " + ArticleRowMapper.ALL + " FROM (" + listingRows()
                        + ") found CROSS JOIN article a WHERE a.number = found.article" + order("found"))
                .bindMap(values)
                .map((row, context) -> ArticleRowMapper.all(row))
                .list();
    }

    /** The number of matches, counted up to {@code limit}. */
    long count(int limit) {
        values.put("limit", limit);
        return handle.createQuery("SELECT count(*) FROM (" + listingRows() + ") found")
                .bindMap(values)
                .mapTo(Long.class)
                .one();
    }

    /** Ranks the newest matches; returns at most {@code limit} rows after {@code skip}, best first. */
    List<ArticleRow> best(int skip, int limit) {
        TextSql words = Objects.requireNonNull(plan).sql();
        values.put("limit", MAX_RANKED);
        values.put("skip", skip);
        values.put("most", limit);
        return handle.createQuery(
                        "SELECT " + ArticleRowMapper.ALL + " FROM (SELECT * FROM (SELECT l.published, l.article, "
                                + words.rank() + " AS worth" + wordsFrom(words) + " ORDER BY " + words.newest()
                                + " LIMIT :limit) newest" + BEST_FIRST + " LIMIT :most OFFSET :skip) found"
                                + " CROSS JOIN article a WHERE a.number = found.article"
                                + " ORDER BY found.worth DESC, found.published DESC, found.article DESC")
                .bindMap(values)
                .map((row, context) -> ArticleRowMapper.all(row))
                .list();
    }

    private String order(String from) {
        return " ORDER BY " + from + "." + time() + " DESC, " + from + ".article DESC";
    }

    private String time() {
        return selection.order() == Selection.Order.UPDATED ? "updated" : "published";
    }

    /** One subquery for each term of the group: each ends as soon as it has enough. */
    private String listingRows() {
        if (plan != null && plan.startsWithWords()) {
            return listingRowsByWords(plan.sql());
        }
        List<ResolvedConditions.State> walked = walkedGroup();
        if (walked.size() == 1) {
            return listingRows(walked.get(0));
        }
        List<String> each = new ArrayList<>();
        for (ResolvedConditions.State term : walked) {
            each.add("SELECT * FROM (" + listingRows(term) + ") t" + each.size());
        }
        return "SELECT published, article, updated FROM (" + String.join(" UNION ", each) + ") places" + order("places")
                + " LIMIT :limit";
    }

    /** The first group that is small enough to walk at once; authors may invent any number of languages. */
    private List<ResolvedConditions.State> walkedGroup() {
        return terms.groups().stream()
                .map(group -> group.stream().filter(term -> term.shown() > 0).toList())
                .filter(group -> group.size() <= MAX_WALKED)
                .findFirst()
                .orElseThrow();
    }

    private String listingRows(ResolvedConditions.State term) {
        List<String> where = new ArrayList<>(List.of("l.term = " + bound(term.number())));
        where.addAll(timeConditions(isFoundByUpdate(term)));
        where.addAll(probes(term.number()));
        if (plan != null) {
            where.add(plan.sql().probe());
        }
        return "SELECT l.published, l.article, l.updated FROM listing l WHERE " + String.join(" AND ", where)
                + order("l") + " LIMIT :limit";
    }

    private String listingRowsByWords(TextSql words) {
        String order = selection.order() == Selection.Order.PUBLISHED ? " ORDER BY " + words.newest() : order("l");
        return "SELECT l.published, l.article, l.updated" + wordsFrom(words) + order + " LIMIT :limit";
    }

    private String wordsFrom(TextSql words) {
        List<String> where = new ArrayList<>(List.of(words.where()));
        where.addAll(timeConditions(false));
        where.addAll(wordBounds(words));
        where.addAll(probes(Term.EVERYTHING.number()));
        return " FROM " + words.from() + " WHERE " + String.join(" AND ", where);
    }

    /** Conditions that narrow the word search if publication times are limited. */
    private List<String> wordBounds(TextSql words) {
        List<String> bounds = new ArrayList<>();
        Cursor after = selection.order() == Selection.Order.PUBLISHED ? selection.after() : null;
        Instant until = selection.where().time(TimeCondition.UNTIL);
        long last = Math.min(
                after == null ? Long.MAX_VALUE : after.time().getEpochSecond(),
                until == null ? Long.MAX_VALUE : roundedUp(until));
        if (!words.last().isEmpty() && last < Long.MAX_VALUE) {
            bounds.add(words.last());
            values.put("last", SortKey.last(last));
        }
        Instant from = selection.where().time(TimeCondition.FROM);
        if (!words.first().isEmpty() && from != null) {
            bounds.add(words.first());
            values.put("first", SortKey.first(roundedUp(from)));
        }
        return bounds;
    }

    /** Probes for an entry under all terms except the one whose listing it comes from. */
    private List<String> probes(long walked) {
        List<String> probes = new ArrayList<>();
        for (List<ResolvedConditions.State> group : terms.groups()) {
            if (group.stream().noneMatch(term -> term.number() == walked)) {
                probes.add("EXISTS ("
                        + probe(group.stream()
                                .map(ResolvedConditions.State::number)
                                .toList()) + ")");
            }
        }
        if (!terms.none().isEmpty()) {
            probes.add("NOT EXISTS (" + probe(terms.none()) + ")");
        }
        return probes;
    }

    private String probe(List<Long> any) {
        String among = any.size() == 1
                ? " = " + bound(any.get(0))
                : any.stream().map(this::bound).collect(Collectors.joining(", ", " IN (", ")"));
        return "SELECT 1 FROM listing x WHERE x.term" + among
                + " AND x.published = l.published AND x.article = l.article";
    }

    /** Binds a term under a name independent of its number, so that feeds of one shape share a statement. */
    private String bound(long term) {
        String name = names.computeIfAbsent(term, number -> "term" + names.size());
        values.put(name, term);
        return ":" + name;
    }

    /** Whether to find changes since a time by their own index. */
    private boolean isFoundByUpdate(ResolvedConditions.State term) {
        Instant since = selection.where().time(TimeCondition.SINCE);
        return since != null
                && (selection.order() == Selection.Order.UPDATED || countChanges(term, roundedUp(since)) < MAX_SORTED);
    }

    private List<String> timeConditions(boolean byUpdated) {
        List<String> where = new ArrayList<>();
        Cursor after = selection.after();
        if (after != null) {
            where.add("(l." + time() + ", l.article) < (:time, :number)");
            values.put("time", after.time().getEpochSecond());
            values.put("number", after.number());
        }
        for (TimeCondition condition : TimeCondition.values()) {
            Instant time = selection.where().time(condition);
            if (time != null) {
                boolean ofChange = condition.order() == Selection.Order.UPDATED;
                String name = condition.name().toLowerCase(Locale.ROOT);
                // The plus sign keeps SQLite from using the index when the other plan is faster.
                where.add((ofChange && !byUpdated ? "+" : "")
                        + (ofChange ? "l.updated" : "l.published")
                        + (condition.isUpper() ? " < :" : " >= :")
                        + name);
                values.put(name, roundedUp(time));
            }
        }
        return where;
    }

    /** Number of changes since a time, counted up to a small limit. */
    private long countChanges(ResolvedConditions.State term, long since) {
        return handle.createQuery("SELECT count(*) FROM"
                        + " (SELECT 1 FROM listing WHERE term = ? AND updated >= ? LIMIT " + MAX_SORTED + ") newest")
                .bind(0, term.number())
                .bind(1, since)
                .mapTo(Long.class)
                .one();
    }

    private static long roundedUp(Instant time) {
        return time.getNano() == 0 ? time.getEpochSecond() : time.getEpochSecond() + 1;
    }
}
