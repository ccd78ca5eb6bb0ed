package dev.feedmill.library.query;

import dev.feedmill.library.sql.Chunks;
import dev.feedmill.library.sql.NameFolding;
import dev.feedmill.library.table.TermRow;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds a term by the segments of a URL, in the canonical spelling or another (in one transaction). */
public final class TermFinder {
    private static final String SELECT = "SELECT " + TermRow.COLUMNS
            + ", uses, CASE WHEN shown + beside_feeds > 0 OR touched > 0 THEN 1 ELSE 0 END AS known, successor FROM term WHERE ";

    private final Handle handle;

    public TermFinder(Handle handle) {
        this.handle = handle;
    }

    /** Maximum number of renamings to follow. */
    private static final int MAX_RENAMINGS = 8;

    /**
     * A term that may match.
     *
     * @param known whether it was ever in a list: a term of drafts alone does not exist for clients
     */
    private record Candidate(TermRow row, boolean used, boolean known, long successor) {}

    /** The names of a term and of all above it, outermost first, as articles wrote them. */
    public List<String> writtenNames(long number) {
        List<String> names = new ArrayList<>();
        long at = number;
        while (at != Term.EVERYTHING.number()) {
            Written written = handle.select("SELECT coalesce(written, name), parent FROM term WHERE number = ?", at)
                    .map((row, context) -> new Written(row.getString(1), row.getLong(2)))
                    .one();
            names.add(0, written.name());
            at = written.parent();
        }
        return names;
    }

    private record Written(String name, long parent) {}

    public Resolution<Term> find(Term.Kind kind, List<String> segments) {
        if (kind == Term.Kind.EVERYTHING) {
            return segments.isEmpty() ? new Resolution.Found<>(Term.EVERYTHING) : new Resolution.Unknown<>();
        }
        if (segments.isEmpty() || !segments.stream().allMatch(NameFolding::isPossibleName)) {
            return new Resolution.Unknown<>();
        }
        List<Candidate> path = walk(kind, segments);
        Optional<Candidate> place = path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1));
        if (place.isPresent() && place.get().used()) {
            Term term = term(path.stream().map(Candidate::row).toList());
            return term.segments().equals(segments) ? new Resolution.Found<>(term) : new Resolution.Moved<>(term);
        }
        Candidate other = elsewhere(kind, segments);
        if (other != null) {
            return new Resolution.Moved<>(term(chain(other.row())));
        }
        return place.map(this::followRenamings).orElseGet(Resolution.Unknown::new);
    }

    /** Redirects a term without articles to where all of them went; else not found. */
    private Resolution<Term> followRenamings(Candidate end) {
        Candidate at = end;
        for (int i = 0; i < MAX_RENAMINGS && !at.used() && at.successor() > 0; i++) {
            List<Candidate> next = candidates("number = ?", at.successor());
            if (next.isEmpty()) {
                // The articles went to a name that is no longer in any list.
                break;
            }
            at = next.get(0);
        }
        return at.used()
                ? new Resolution.Moved<>(term(chain(at.row())))
                : new Resolution.Gone<>(term(chain(end.row())));
    }

    /**
     * All terms with public articles, except hidden ones, with their counts: everything first, then by kind and names.
     */
    public Map<Term, Long> listed() {
        Map<Long, TermRow> rows = new HashMap<>();
        Map<TermRow, Long> shown = new HashMap<>();
        handle.createQuery("SELECT " + TermRow.COLUMNS + ", shown, hidden FROM term WHERE (uses > 0 OR number = 0)"
                        + " AND kind IN (" + TermRow.KINDS + ")")
                .map((row, context) -> {
                    TermRow term = TermRow.of(row);
                    rows.put(term.number(), term);
                    shown.put(term, row.getInt("hidden") == 0 ? row.getLong("shown") : 0L);
                    return term;
                })
                .list();
        Map<Term, Long> listed = new HashMap<>();
        shown.forEach((row, articles) -> {
            if (articles > 0) {
                listed.put(row.number() == 0 ? Term.EVERYTHING : term(chain(row, rows)), articles);
            }
        });
        return listed;
    }

    /** The terms of these numbers that have articles, public or not, except hidden ones. */
    public List<Term> used(Collection<Long> numbers) {
        List<Term> terms = new ArrayList<>();
        for (List<Long> some : Chunks.of(numbers)) {
            handle.createQuery("SELECT " + TermRow.COLUMNS
                            + " FROM term WHERE number IN (<numbers>) AND uses > 0 AND hidden = 0"
                            + " AND number <> 0 AND kind IN (" + TermRow.KINDS + ")")
                    .bindList("numbers", some)
                    .map((row, context) -> TermRow.of(row))
                    .list()
                    .forEach(row -> terms.add(term(row)));
        }
        return terms;
    }

    /** The path from the root to the term; empty if a step is missing. */
    private List<Candidate> walk(Term.Kind kind, List<String> segments) {
        List<Candidate> path = new ArrayList<>();
        long parent = 0;
        for (String segment : segments) {
            Candidate step = child(kind, parent, segment);
            if (step == null) {
                return List.of();
            }
            path.add(step);
            parent = step.row().number();
        }
        return path;
    }

    private @Nullable Candidate child(Term.Kind kind, long parent, String name) {
        return best(
                name,
                candidates(
                        "kind = ? AND parent = ? AND segment_folded = ?", kind.name(), parent, NameFolding.fold(name)),
                candidates("kind = ? AND parent = ? AND folded = ?", kind.name(), parent, NameFolding.fold(name)),
                candidates(
                        "number = (SELECT f.term FROM former f WHERE f.kind = ? AND f.parent = ? AND f.segment_folded = ?)",
                        kind.name(),
                        parent,
                        NameFolding.fold(name)));
    }

    private static @Nullable Candidate best(
            String name, List<Candidate> bySegment, List<Candidate> byName, List<Candidate> before) {
        return bySegment.stream()
                .filter(c -> c.row().segment().equals(name) && c.used())
                .findFirst()
                .or(() -> bySegment.stream().filter(Candidate::used).findFirst())
                .or(() -> byName.stream().filter(Candidate::used).findFirst())
                .or(() -> before.stream().filter(Candidate::used).findFirst())
                .or(() -> bySegment.stream().findFirst())
                .or(() -> byName.stream().findFirst())
                .orElse(null);
    }

    /** Finds a term by its alias, by a name that contains a slash, or by a category's own name if it is unique. */
    private @Nullable Candidate elsewhere(Term.Kind kind, List<String> segments) {
        String whole = String.join("/", segments);
        List<Candidate> found = new ArrayList<>();
        if (segments.size() == 1) {
            found.addAll(candidates("kind = ? AND alias = ?", kind.name(), whole));
        }
        if (found.isEmpty()) {
            found.addAll(candidates("kind = ? AND folded = ? LIMIT 50", kind.name(), NameFolding.fold(whole)));
        }
        if (found.isEmpty()) {
            found.addAll(candidates("kind = ? AND segment_folded = ? LIMIT 50", kind.name(), NameFolding.fold(whole)));
        }
        List<Candidate> used = found.stream().filter(Candidate::used).toList();
        return used.size() == 1 ? used.get(0) : null;
    }

    private List<Candidate> candidates(String where, Object... values) {
        return handle.select(SELECT + where, values)
                .map((row, context) -> new Candidate(
                        TermRow.of(row), row.getLong("uses") > 0, row.getInt("known") != 0, row.getLong("successor")))
                .filter(Candidate::known)
                .list();
    }

    /** The term and its parents, outermost first. */
    private List<TermRow> chain(TermRow row) {
        List<TermRow> chain = new ArrayList<>(List.of(row));
        for (TermRow at = row; at.parent() != 0; ) {
            at = handle.select("SELECT " + TermRow.COLUMNS + " FROM term WHERE number = ?", at.parent())
                    .map((r, context) -> TermRow.of(r))
                    .one();
            chain.add(at);
        }
        Collections.reverse(chain);
        return chain;
    }

    private static List<TermRow> chain(TermRow row, Map<Long, TermRow> rows) {
        List<TermRow> chain = new ArrayList<>();
        for (TermRow at = row; at != null; at = at.parent() == 0 ? null : rows.get(at.parent())) {
            chain.add(at);
        }
        Collections.reverse(chain);
        return chain;
    }

    /** The term with the names of its parents. */
    Term term(TermRow row) {
        return term(chain(row));
    }

    private static Term term(List<TermRow> chain) {
        TermRow last = chain.get(chain.size() - 1);
        return new Term(
                last.number(),
                last.kind(),
                chain.stream().map(TermRow::name).toList(),
                chain.stream().map(TermRow::segment).toList());
    }

    /** Order by kind, then by each name: a parent before its children. */
    public static final Comparator<Term> ORDER = Comparator.comparing(Term::kind)
            .thenComparing((a, b) -> {
                int common = Math.min(a.names().size(), b.names().size());
                for (int i = 0; i < common; i++) {
                    int order = a.names().get(i).compareTo(b.names().get(i));
                    if (order != 0) {
                        return order;
                    }
                }
                return Integer.compare(a.names().size(), b.names().size());
            });
}
