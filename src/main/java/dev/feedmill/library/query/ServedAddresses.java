package dev.feedmill.library.query;

import dev.feedmill.address.Address;
import dev.feedmill.address.Channel;
import dev.feedmill.library.table.TermRow;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Lists all addresses at which something of the library is served, or was. */
public final class ServedAddresses {
    private static final String ONCE = "(a.removed_at IS NOT NULL AND a.once_public = 1)";
    private final Handle handle;

    public ServedAddresses(Handle handle) {
        this.handle = handle;
    }

    /** Pages of public articles, and the chapters of those that are played. */
    public List<Address> articles() {
        List<Address> all = new ArrayList<>();
        handle.createQuery("SELECT slug, recording FROM article WHERE visible = 1 ORDER BY slug")
                .map((row, context) -> {
                    all.add(new Address.Article(row.getString(1)));
                    if (!row.getString(2).isEmpty()) {
                        all.add(new Address.Chapters(row.getString(1)));
                    }
                    return all;
                })
                .list();
        return all;
    }

    /** Files of the folder that public articles show, play or link to. */
    public List<Address.File> files() {
        return handle.createQuery("SELECT DISTINCT f.path FROM attachment f JOIN article a ON a.number = f.article"
                        + " WHERE f.digest <> '' AND a.visible = 1 ORDER BY f.path")
                .map((row, context) -> Address.File.of(row.getString(1)))
                .list();
    }

    /** Categories, authors and tags with public articles, those that lists omit too. */
    public List<Channel> terms() {
        return channels("uses > 0 AND shown + beside_feeds > 0");
    }

    /** Names that had public articles, and those that terms had before. */
    public List<Channel> formerTerms() {
        List<Channel> all = new ArrayList<>(channels("uses = 0 AND touched > 0"));
        Map<Long, TermRow> rows = rows("kind IS NOT NULL");
        handle.createQuery("SELECT kind, parent, segment_folded FROM former ORDER BY kind, parent, segment_folded")
                .map((row, context) -> {
                    List<String> segments = new ArrayList<>(segments(rows.get(row.getLong(2)), rows));
                    segments.add(row.getString(3));
                    return all.add(Term.Kind.valueOf(row.getString(1)).channel(segments));
                })
                .list();
        return all;
    }

    /** Pages of articles that were taken away. */
    public List<Address> formerArticles() {
        return handle.createQuery("SELECT a.slug FROM article a WHERE " + ONCE + " ORDER BY a.slug")
                .<Address>map((row, context) -> new Address.Article(row.getString(1)))
                .list();
    }

    /** Earlier addresses that articles declare, as {@link dev.feedmill.article.AliasPath} normalizes them. */
    public List<String> aliases() {
        return handle.createQuery("SELECT DISTINCT l.path FROM alias l JOIN article a ON a.number = l.article"
                        + " WHERE a.visible = 1 OR " + ONCE + " ORDER BY l.path")
                .mapTo(String.class)
                .list();
    }

    private List<Channel> channels(String where) {
        Map<Long, TermRow> rows = rows("kind IS NOT NULL");
        return rows(where).values().stream()
                .filter(row -> row.kind() != Term.Kind.EVERYTHING)
                .map(row -> row.kind().channel(segments(row, rows)))
                .toList();
    }

    private Map<Long, TermRow> rows(String where) {
        Map<Long, TermRow> rows = new LinkedHashMap<>();
        handle.createQuery("SELECT " + TermRow.COLUMNS + " FROM term WHERE (" + where + ") AND kind IN ("
                        + TermRow.KINDS + ") ORDER BY kind, parent, segment")
                .map((row, context) -> TermRow.of(row))
                .forEach(row -> rows.put(row.number(), row));
        return rows;
    }

    /** The segments of a term's path, outermost first. */
    private static List<String> segments(@Nullable TermRow row, Map<Long, TermRow> rows) {
        List<String> segments = new ArrayList<>();
        for (TermRow at = row; at != null && at.number() != 0; at = rows.get(at.parent())) {
            segments.add(at.segment());
        }
        Collections.reverse(segments);
        return segments;
    }
}
