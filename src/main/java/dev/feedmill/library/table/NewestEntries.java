package dev.feedmill.library.table;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The newest entries of a term, which its feed shows; the latest change among them is the feed's last change. */
public final class NewestEntries {
    private final Handle handle;
    private final int size;

    public NewestEntries(Handle handle, int size) {
        this.handle = handle;
        this.size = size;
    }

    /** An entry in a feed's window. */
    public record Place(long article, long published, long updated) {}

    public List<Place> of(long term) {
        return handle.createQuery("SELECT article, published, updated FROM listing WHERE term = ?"
                        + " ORDER BY published DESC, article DESC LIMIT ?")
                .bind(0, term)
                .bind(1, size)
                .map((row, context) -> new Place(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    /** The latest change among them, seconds since the epoch; 0 if there are none. */
    public long updated(long term) {
        return handle.createQuery("SELECT coalesce(max(w.updated), 0) FROM (SELECT updated FROM listing"
                        + " WHERE term = ? ORDER BY published DESC, article DESC LIMIT ?) w")
                .bind(0, term)
                .bind(1, size)
                .mapTo(Long.class)
                .one();
    }
}
