package dev.feedmill.library.query;

import dev.feedmill.article.CategoryPath;
import dev.feedmill.library.sql.Chunks;
import dev.feedmill.library.sql.NameFolding;
import dev.feedmill.library.table.ArticleRow;
import dev.feedmill.library.table.TermRow;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Entry.Named;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Finds the URLs of articles' term pages in one transaction: a URL cannot represent every name, so that two may collide
 * (C++ and C#), and the settings may give a category another slug.
 */
final class TermPages {
    private final Map<Place, TermRow> terms = new HashMap<>();

    private record Place(Term.Kind kind, long parent, String folded) {}

    private TermPages() {}

    /** The entries of these rows. */
    static List<Entry> entries(Handle handle, List<ArticleRow> rows) {
        TermPages pages = new TermPages();
        Set<Long> numbers = new TreeSet<>();
        rows.forEach(row -> numbers.addAll(row.terms()));
        for (List<Long> some : Chunks.of(numbers)) {
            handle.createQuery("SELECT " + TermRow.COLUMNS
                            + " FROM term WHERE kind IN ('CATEGORY', 'TAG') AND number IN (<numbers>)")
                    .bindList("numbers", some)
                    .map((row, context) -> TermRow.of(row))
                    .list()
                    .forEach(term -> pages.terms.put(new Place(term.kind(), term.parent(), term.folded()), term));
        }
        return rows.stream().map(row -> row.entry().with(pages.of(row))).toList();
    }

    private Map<Named, String> of(ArticleRow row) {
        Map<Named, String> found = new HashMap<>();
        for (CategoryPath path : row.article().categories()) {
            add(Term.Kind.CATEGORY, path.names(), found);
        }
        row.article().tags().forEach(tag -> add(Term.Kind.TAG, List.of(tag), found));
        return found;
    }

    /** Adds unusual URLs of a name and its parents. */
    private void add(Term.Kind kind, List<String> names, Map<Named, String> found) {
        long parent = 0;
        List<String> segments = new ArrayList<>();
        for (int depth = 1; depth <= names.size(); depth++) {
            TermRow term = terms.get(new Place(kind, parent, NameFolding.fold(names.get(depth - 1))));
            if (term == null) {
                return;
            }
            parent = term.number();
            segments.add(term.segment());
            Named named = new Named(kind, names.subList(0, depth));
            String page = kind.channel(segments).page().path();
            if (!page.equals(named.usualPage())) {
                found.put(named, page);
            }
        }
    }
}
