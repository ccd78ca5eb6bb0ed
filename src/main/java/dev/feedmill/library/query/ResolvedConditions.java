package dev.feedmill.library.query;

import dev.feedmill.address.Parameter;
import dev.feedmill.library.sql.NameFolding;
import dev.feedmill.library.table.SystemTerms;
import dev.feedmill.selection.Conditions;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * Conditions resolved to listings: languages and pictures are terms there too.
 *
 * @param named groups of terms with names, or everything if there is none: each article is under one term of each
 *     group
 * @param groups the same, with groups for languages and pictures; the one with the fewest articles first
 * @param none terms that exclude an article
 */
record ResolvedConditions(List<List<State>> named, List<List<State>> groups, List<Long> none) {
    private static final String STATE = "SELECT number, shown, changed_floor, touched FROM term WHERE ";

    /** A term with its counters. */
    record State(long number, long shown, long floor, long touched) {}

    static ResolvedConditions of(Handle handle, Conditions where) {
        List<List<State>> named = new ArrayList<>();
        List<List<Term>> requested = where.groups().isEmpty() ? List.of(List.of(Term.EVERYTHING)) : where.groups();
        requested.forEach(group -> named.add(group.stream()
                .map(Term::number)
                .distinct()
                .flatMap(number -> states(handle, "number = ?", number).stream())
                .toList()));
        List<List<State>> groups = new ArrayList<>(named);
        Conditions.Languages languages = where.languages();
        if (languages != null) {
            groups.add(spoken(handle, languages));
        }
        String has = where.values().get(Parameter.HAS);
        if (has != null) {
            groups.add(states(handle, "kind = ? AND parent = 0 AND folded = ?", SystemTerms.HAS, has));
        }
        groups.sort(Comparator.comparingLong(ResolvedConditions::size));
        return new ResolvedConditions(
                named,
                groups,
                where.none().stream().map(Term::number).distinct().toList());
    }

    private static List<State> spoken(Handle handle, Conditions.Languages languages) {
        List<State> spoken = new ArrayList<>();
        if (languages.unnamed()) {
            spoken.addAll(states(
                    handle, "kind = ? AND parent = 0 AND folded = ?", SystemTerms.LANGUAGE, SystemTerms.UNNAMED));
        }
        for (String range : languages.ranges()) {
            String tag = NameFolding.fold(range).toLowerCase(Locale.ROOT);
            // '.' is the character after '-', so the range holds all tags that begin with this tag and a hyphen.
            spoken.addAll(states(
                    handle,
                    "kind = ? AND parent = 0 AND (folded = ? OR (folded > ? AND folded < ?))",
                    SystemTerms.LANGUAGE,
                    tag,
                    tag + "-",
                    tag + "."));
        }
        return spoken.stream().distinct().toList();
    }

    private static List<State> states(Handle handle, String where, Object... values) {
        return handle.select(STATE + where, values)
                .map((row, context) -> new State(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    /** Upper bound of the number of articles in a group. */
    static long size(List<State> group) {
        return group.stream().mapToLong(State::shown).sum();
    }

    /** Whether one of the groups has no article. */
    boolean isImpossible() {
        return size(groups.get(0)) == 0;
    }
}
