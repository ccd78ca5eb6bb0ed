package dev.feedmill.library.query;

import dev.feedmill.library.sql.NameFolding;
import dev.feedmill.library.table.TermRow;
import dev.feedmill.problem.EditDistance;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermSummary;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Suggests existing names for a misspelt one. */
public final class SimilarTermQuery {
    /** Number of candidates: the largest top-level terms, and as many with the same beginning. */
    private static final int COMPARED = 300;

    /** Longer texts are cut, since a comparison takes time in proportion to the product of the lengths. */
    private static final int MAX_LENGTH = 60;

    /** Two swapped letters are two wrong ones. */
    private static final EditDistance DISTANCE = new EditDistance(1, 1, 1, 2);

    private final Handle handle;
    private final TermFinder finder;

    public SimilarTermQuery(Handle handle) {
        this.handle = handle;
        this.finder = new TermFinder(handle);
    }

    private record Candidate(TermRow row, long articles, int distance) {}

    public List<TermSummary> similar(Term.Kind kind, String text, int limit) {
        String name = NameFolding.cut(NameFolding.fold(text), MAX_LENGTH);
        Map<Long, Candidate> candidates = new HashMap<>();
        add(
                candidates,
                name,
                "t.kind = :kind AND t.parent = 0 AND t.shown + t.beside_feeds > 0 AND t.hidden = 0"
                        + " ORDER BY t.shown + t.beside_feeds DESC",
                kind,
                "");
        if (!name.isEmpty()) {
            String first = NameFolding.cut(name, 1);
            add(
                    candidates,
                    name,
                    "t.kind = :kind AND t.hidden = 0 AND t.folded >= :first AND t.folded < :first || '\uffff'",
                    kind,
                    first);
        }
        return candidates.values().stream()
                .filter(candidate -> candidate.distance()
                        <= Math.max(name.length(), candidate.row().folded().length()) / 2)
                .sorted(Comparator.comparingInt(Candidate::distance)
                        .thenComparing(candidate -> candidate.row().number()))
                .limit(limit)
                .map(candidate -> new TermSummary(finder.term(candidate.row()), candidate.articles(), 0, null))
                .toList();
    }

    private void add(Map<Long, Candidate> candidates, String name, String where, Term.Kind kind, String first) {
        handle
                .createQuery(
                        "SELECT t.number, t.kind, t.parent, t.name, t.folded, t.segment, t.shown + t.beside_feeds articles FROM term t WHERE "
                                + where + " LIMIT :limit")
                .bindMap(
                        first.isEmpty()
                                ? Map.of("kind", kind.name(), "limit", COMPARED)
                                : Map.of("kind", kind.name(), "limit", COMPARED, "first", first))
                .map((row, context) -> {
                    TermRow term = TermRow.of(row);
                    return new Candidate(
                            term, row.getLong("articles"), distance(name, NameFolding.cut(term.folded(), MAX_LENGTH)));
                })
                .list()
                .stream()
                .filter(candidate -> candidate.articles() > 0)
                .forEach(candidate -> candidates.put(candidate.row().number(), candidate));
    }

    /** Levenshtein distance; at most 1 if one name contains the other. */
    static int distance(String name, String known) {
        int distance = DISTANCE.between(name, known);
        boolean holds = name.length() > 1 && known.length() > 1 && (known.contains(name) || name.contains(known));
        return holds ? Math.min(1, distance) : distance;
    }
}
