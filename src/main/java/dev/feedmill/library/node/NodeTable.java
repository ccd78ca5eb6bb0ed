package dev.feedmill.library.node;

import dev.feedmill.library.sql.Meta;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of the servers that share the library. */
final class NodeTable {
    private final Handle handle;
    /** The clock of the database in milliseconds, in SQL. */
    private final String now;

    NodeTable(Handle handle, String now) {
        this.handle = handle;
        this.now = now;
    }

    /**
     * Notes that a server is there.
     *
     * @param lease id of the lease that it holds; empty for none
     * @param position number of the last transaction that it knows
     */
    void put(NodeSelf self, String lease, long position) {
        handle.execute(
                "INSERT INTO node (id, host, address, version, lease, started, seen, position)"
                        + " VALUES (?, ?, ?, ?, ?, " + now + ", " + now + ", ?) ON CONFLICT (id)"
                        + " DO UPDATE SET lease = excluded.lease, seen = excluded.seen, position = excluded.position",
                self.id(),
                self.host(),
                self.address(),
                self.version(),
                lease,
                position);
    }

    void remove(String id) {
        handle.execute("DELETE FROM node WHERE id = ?", id);
    }

    /** Removes the servers that were not heard of for a time. */
    void clean(Duration silent) {
        handle.execute("DELETE FROM node WHERE seen < " + now + " - ?", silent.toMillis());
    }

    /** How many servers were heard of within a time. */
    int count(Duration time) {
        return handle.createQuery("SELECT count(*) FROM node WHERE seen > " + now + " - :time")
                .bind("time", time.toMillis())
                .mapTo(Integer.class)
                .one();
    }

    /** All servers, in the order in which they started. */
    List<Node> all() {
        long last = Meta.generation(handle);
        return handle.select("SELECT n.id, n.host, n.address, n.version, n.seen, n.position, l.name IS NOT NULL"
                        + " FROM node n LEFT JOIN lease l ON l.holder = n.lease ORDER BY n.started, n.id")
                .map((row, context) -> new Node(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(7),
                        Instant.ofEpochMilli(row.getLong(5)),
                        Math.max(0, last - row.getLong(6))))
                .list();
    }
}
