package dev.feedmill.library;

import dev.feedmill.article.Article;
import dev.feedmill.article.Segments;
import dev.feedmill.article.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** The terms of articles, made as they turn up; used in one transaction at a time. */
final class TermTable {
    private final Map<Key, Long> known = new HashMap<>();

    private record Key(String kind, long parent, String folded) {}

    /** What is known came from the database in another state. */
    void forget() {
        known.clear();
    }

    /** Numbers of everything, the article's categories with all above them, its authors, tags and traits. */
    SortedSet<Long> numbers(Handle handle, Article article) {
        SortedSet<Long> numbers = new TreeSet<>(List.of(Term.EVERYTHING.number()));
        article.categories().forEach(path -> numbers.addAll(way(handle, Term.Kind.CATEGORY, path.names())));
        article.authors().forEach(name -> numbers.add(number(handle, Term.Kind.AUTHOR.name(), 0, name)));
        article.tags().forEach(name -> numbers.add(number(handle, Term.Kind.TAG.name(), 0, name)));
        numbers.add(number(handle, Traits.LANGUAGE, 0, Traits.language(article)));
        if (article.image() != null) {
            numbers.add(number(handle, Traits.HAS, 0, Traits.IMAGE));
        }
        return numbers;
    }

    /** Numbers of a name and of those above it, outermost first. */
    List<Long> way(Handle handle, Term.Kind kind, List<String> names) {
        List<Long> way = new ArrayList<>();
        long parent = 0;
        for (String name : names) {
            parent = number(handle, kind.name(), parent, name);
            way.add(parent);
        }
        return way;
    }

    private long number(Handle handle, String kind, long parent, String name) {
        Key asWritten = new Key(kind, parent, name);
        Long number = known.get(asWritten);
        if (number == null) {
            Key key = new Key(kind, parent, Names.fold(name));
            number = handle.select(
                            "SELECT number FROM term WHERE kind = ? AND parent = ? AND folded = ?",
                            kind,
                            parent,
                            key.folded())
                    .mapTo(Long.class)
                    .findOne()
                    .orElseGet(() -> add(handle, key, name));
            known.put(asWritten, number);
        }
        return number;
    }

    private static long add(Handle handle, Key key, String name) {
        long number = handle.createQuery("SELECT max(number) + 1 FROM term")
                .mapTo(Long.class)
                .one();
        String segment = segment(handle, key, name);
        // The alias is made of the folded names, so that it is the same in every library.
        String above = handle.select("SELECT alias FROM term WHERE number = ?", key.parent())
                .mapTo(String.class)
                .one();
        String alias = "id-"
                + Hashes.hex(key.kind() + "/" + above + "/" + key.folded()).substring(0, 10);
        handle.createUpdate("INSERT INTO term (number, kind, parent, name, folded, segment, segment_folded, alias,"
                        + " uses, shown, changed_floor, touched) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)")
                .bind(0, number)
                .bind(1, key.kind())
                .bind(2, key.parent())
                .bind(3, name)
                .bind(4, key.folded())
                .bind(5, segment)
                .bind(6, Names.fold(segment))
                .bind(7, alias)
                .execute();
        return number;
    }

    private static String segment(Handle handle, Key key, String name) {
        String wished = Segments.ofName(name);
        String segment = wished;
        for (int i = 2; taken(handle, key, segment); i++) {
            segment = wished + "-" + i;
        }
        return segment;
    }

    private static boolean taken(Handle handle, Key key, String segment) {
        return handle.select(
                        "SELECT 1 FROM term WHERE kind = ? AND parent = ? AND segment_folded = ?",
                        key.kind(),
                        key.parent(),
                        Names.fold(segment))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
