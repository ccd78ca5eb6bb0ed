package dev.feedmill.library.write;

import dev.feedmill.address.PathSegments;
import dev.feedmill.article.Article;
import dev.feedmill.article.CategoryRule;
import dev.feedmill.library.sql.Hashes;
import dev.feedmill.library.sql.NameFolding;
import dev.feedmill.library.table.SystemTerms;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** The terms of articles, created as they occur; used in one transaction at a time. */
final class TermTable {
    private final Map<Key, Long> known = new HashMap<>();
    private final CategoryRules rules;

    TermTable(CategoryRules rules) {
        this.rules = rules;
    }

    private record Key(String kind, long parent, String folded) {}

    /** Clears the cache: the database may have another state. */
    void forget() {
        known.clear();
    }

    /** Numbers of the article's terms: everything, its categories with their parents, its authors, tags and traits. */
    SortedSet<Long> numbers(Handle handle, Article article) {
        SortedSet<Long> numbers = new TreeSet<>(List.of(Term.EVERYTHING.number()));
        article.categories().forEach(path -> numbers.addAll(withAncestors(handle, Term.Kind.CATEGORY, path.names())));
        article.authors().forEach(name -> numbers.add(number(handle, Term.Kind.AUTHOR.name(), 0, List.of(name))));
        article.tags().forEach(name -> numbers.add(number(handle, Term.Kind.TAG.name(), 0, List.of(name))));
        numbers.add(number(handle, SystemTerms.LANGUAGE, 0, List.of(SystemTerms.language(article))));
        SystemTerms.has(article).forEach(what -> numbers.add(number(handle, SystemTerms.HAS, 0, List.of(what))));
        return numbers;
    }

    /** Numbers of a name and its parents, outermost first. */
    List<Long> withAncestors(Handle handle, Term.Kind kind, List<String> names) {
        List<Long> numbers = new ArrayList<>();
        long parent = 0;
        for (int depth = 1; depth <= names.size(); depth++) {
            parent = number(handle, kind.name(), parent, names.subList(0, depth));
            numbers.add(parent);
        }
        return numbers;
    }

    /**
     * Number of a term, which is created if absent.
     *
     * @param names the parents' names, then its own
     */
    private long number(Handle handle, String kind, long parent, List<String> names) {
        String name = names.get(names.size() - 1);
        Key asWritten = new Key(kind, parent, name);
        Long number = known.get(asWritten);
        if (number == null) {
            Key key = new Key(kind, parent, NameFolding.fold(name));
            number = handle.select(
                            "SELECT number FROM term WHERE kind = ? AND parent = ? AND folded = ?",
                            kind,
                            parent,
                            key.folded())
                    .mapTo(Long.class)
                    .findOne()
                    .orElseGet(() -> add(handle, key, names));
            known.put(asWritten, number);
        }
        return number;
    }

    private long add(Handle handle, Key key, List<String> names) {
        String name = names.get(names.size() - 1);
        CategoryRule rule = key.kind().equals(Term.Kind.CATEGORY.name()) ? rules.of(names) : null;
        String slug = rule == null ? null : rule.slug();
        String title = rule == null ? null : rule.title();
        long number = handle.createQuery("SELECT max(number) + 1 FROM term")
                .mapTo(Long.class)
                .one();
        String segment = TermSegmentAllocator.free(
                handle, key.kind(), key.parent(), slug == null ? PathSegments.ofName(name) : slug, number);
        Above above = handle.select("SELECT alias, hidden FROM term WHERE number = ?", key.parent())
                .map((row, context) -> new Above(row.getString(1), row.getInt(2) != 0))
                .one();
        // The alias is a hash of the folded names, so that it is the same in every library.
        String alias = "id-"
                + Hashes.hex(key.kind() + "/" + above.alias() + "/" + key.folded())
                        .substring(0, 10);
        handle.createUpdate("INSERT INTO term (number, kind, parent, name, folded, segment, segment_folded, alias,"
                        + " uses, shown, changed_floor, touched, written, slug, hidden)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?, ?, ?)")
                .bind(0, number)
                .bind(1, key.kind())
                .bind(2, key.parent())
                .bind(3, title == null ? name : title)
                .bind(4, key.folded())
                .bind(5, segment)
                .bind(6, NameFolding.fold(segment))
                .bind(7, alias)
                .bind(8, title == null ? null : name)
                .bind(9, slug)
                .bind(10, above.hidden() || (rule != null && rule.hidden()) ? 1 : 0)
                .execute();
        return number;
    }

    private record Above(String alias, boolean hidden) {}
}
