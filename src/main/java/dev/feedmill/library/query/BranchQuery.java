package dev.feedmill.library.query;

import dev.feedmill.library.table.ArticleRowMapper;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Lists the direct children of a term in one transaction: an index range, then one lookup in each child's listing. */
public final class BranchQuery {
    private final Handle handle;

    public BranchQuery(Handle handle) {
        this.handle = handle;
    }

    private record Line(long number, String name, String segment, long articles, long branches) {}

    /**
     * The children with the most articles first.
     *
     * @param withNewest whether to include their newest articles
     */
    public List<TermSummary> children(Term.Kind kind, Term parent, int skip, int limit, boolean withNewest) {
        List<Line> lines = handle.createQuery("SELECT t.number, t.name, t.segment, t.shown + t.beside_feeds articles,"
                        + " (SELECT count(*) FROM term b WHERE b.kind = :kind AND b.parent = t.number AND b.shown + b.beside_feeds > 0 AND b.hidden = 0) branches"
                        + " FROM term t WHERE t.kind = :kind AND t.parent = :parent AND t.shown + t.beside_feeds > 0 AND t.hidden = 0"
                        + " ORDER BY t.shown + t.beside_feeds DESC, t.number LIMIT :limit OFFSET :skip")
                .bind("kind", kind.name())
                .bind("parent", parent.number())
                .bind("limit", limit)
                .bind("skip", skip)
                .map((row, context) -> new Line(
                        row.getLong("number"),
                        row.getString("name"),
                        row.getString("segment"),
                        row.getLong("articles"),
                        row.getLong("branches")))
                .list();
        Map<Long, Entry> newest = withNewest ? newest(lines) : Map.of();
        return lines.stream()
                .map(line -> new TermSummary(
                        parent.child(line.number(), kind, line.name(), line.segment()),
                        line.articles(),
                        line.branches(),
                        newest.get(line.number())))
                .toList();
    }

    public long count(Term.Kind kind, Term parent) {
        return handle.createQuery(
                        "SELECT count(*) FROM term WHERE kind = ? AND parent = ? AND shown + beside_feeds > 0 AND hidden = 0")
                .bind(0, kind.name())
                .bind(1, parent.number())
                .mapTo(Long.class)
                .one();
    }

    public long articles(Term term) {
        return handle.createQuery("SELECT shown + beside_feeds FROM term WHERE number = ?")
                .bind(0, term.number())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private Map<Long, Entry> newest(List<Line> lines) {
        Map<Long, Entry> newest = new HashMap<>();
        if (!lines.isEmpty()) {
            handle.createQuery("SELECT t.number term, " + ArticleRowMapper.HEAD + " FROM term t CROSS JOIN article a"
                            + " WHERE t.number IN (<terms>) AND a.number = (SELECT l.article FROM listing l"
                            + " WHERE l.term = t.number ORDER BY l.published DESC, l.article DESC LIMIT 1)")
                    .bindList("terms", lines.stream().map(Line::number).toList())
                    .map((row, context) -> newest.put(
                            row.getLong("term"), ArticleRowMapper.head(row).entry()))
                    .list();
        }
        return newest;
    }
}
