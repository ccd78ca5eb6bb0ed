package dev.feedmill.library.table;

import dev.feedmill.selection.Term;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of {@code term} without its counters.
 *
 * @param parent number of the parent category, 0 for none
 * @param segment unique among its siblings, ignoring case
 */
public record TermRow(long number, Term.Kind kind, long parent, String name, String folded, String segment) {
    /** SQL list of the kinds of terms that have addresses. */
    public static final String KINDS =
            Stream.of(Term.Kind.values()).map(kind -> "'" + kind.name() + "'").collect(Collectors.joining(", "));

    public static final String COLUMNS = "number, kind, parent, name, folded, segment";

    public static TermRow of(ResultSet row) throws SQLException {
        return new TermRow(
                row.getLong("number"),
                Term.Kind.valueOf(row.getString("kind")),
                row.getLong("parent"),
                row.getString("name"),
                row.getString("folded"),
                row.getString("segment"));
    }
}
