package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import dev.feedmill.http.message.Query;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Cursors;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list a page shows.
 *
 * @param place where the part begins or ends; null for the first page
 * @param isNewer whether it ends at the place
 */
public record PageCursor(@Nullable Cursor place, boolean isNewer) {
    static final PageCursor NEWEST = new PageCursor(null, false);

    /** All parameters that select another page of the same path. */
    private static final Set<Parameter> NAMES =
            EnumSet.of(Parameter.OLDER, Parameter.NEWER, Parameter.PAGE, Parameter.IN, Parameter.ARCHIVE);

    /** Whether a query selects another page than the path alone. */
    public static boolean isNamed(Query query) {
        return query.hasValue(NAMES);
    }

    /** The cursor in a query; null if it is malformed. */
    public static @Nullable PageCursor of(Query query) {
        String newer = query.last(Parameter.NEWER);
        String text = newer == null ? query.last(Parameter.OLDER) : newer;
        if (text == null) {
            return NEWEST;
        }
        Cursor place = Cursors.read(text);
        return place == null ? null : new PageCursor(place, newer != null);
    }

    /** The query for this cursor; empty for the first page. */
    public String query() {
        return place == null ? "" : query(place, isNewer);
    }

    public static String query(Cursor place, boolean isNewer) {
        return (isNewer ? Parameter.NEWER : Parameter.OLDER).with(Cursors.write(place));
    }
}
