package dev.feedmill.library;

import dev.feedmill.library.change.Change;
import dev.feedmill.library.change.ChangeTable;
import dev.feedmill.library.change.EntryChange;
import dev.feedmill.library.query.AddressQuery;
import dev.feedmill.library.query.ChangedEntries;
import dev.feedmill.library.query.ChangedEntry;
import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.Hashes;
import dev.feedmill.library.sql.NameFolding;
import dev.feedmill.library.table.AliasTable;
import dev.feedmill.library.table.ArticleRow;
import dev.feedmill.library.table.ArticleRowMapper;
import dev.feedmill.library.table.AttachmentTable;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.PageAddress;
import dev.feedmill.selection.Resolution;
import java.util.List;
import java.util.Optional;

/** Finds public articles in the library by address, alias or file, and lists their addresses. Thread-safe. */
public final class ArticleLookup {
    private final Database database;
    private final int window;

    ArticleLookup(Database database, int window) {
        this.database = database;
        this.window = window;
    }

    /** A public article by the decoded segment of its URL; {@link Resolution.Gone} for a tombstone. */
    public Resolution<Entry> bySlug(String slug) {
        if (!NameFolding.isPossibleName(slug)) {
            return new Resolution.Unknown<>();
        }
        return database.read(handle -> handle.select(
                        "SELECT " + ArticleRowMapper.ALL + " FROM article a WHERE a.slug_folded = ?",
                        NameFolding.fold(slug))
                .map((row, context) -> ArticleRowMapper.all(row))
                .findOne()
                .map(row -> lookup(row, slug))
                .orElseGet(Resolution.Unknown::new));
    }

    /**
     * The newest public article that declares an old path as its alias, as {@link Resolution.Moved}; {@link
     * Resolution.Gone} if that article was removed.
     *
     * @param path of the address, percent-encoded or not
     */
    public Resolution<Entry> byAlias(String path) {
        return NameFolding.isPossibleName(path)
                ? database.read(handle -> AliasTable.find(handle, path))
                : new Resolution.Unknown<>();
    }

    /** Whether a public article shows, plays or links to the file at a path of the folder. */
    public boolean isShown(String path) {
        return NameFolding.isPossibleName(path) && database.read(handle -> AttachmentTable.isPublic(handle, path));
    }

    /** The path of an entry's article file. */
    public String pathOf(Entry entry) {
        return database.read(handle -> handle.select("SELECT path FROM article WHERE number = ?", entry.number())
                .mapTo(String.class)
                .one());
    }

    /**
     * The current path of a file that a public article had at an old path, found by its bytes; empty if no public
     * article has it.
     */
    public Optional<String> movedTo(String path) {
        return NameFolding.isPossibleName(path)
                ? database.read(handle -> AttachmentTable.moved(handle, path))
                : Optional.empty();
    }

    /** The public article whose file is at a path of the folder, as {@link Resolution.Moved}. */
    public Resolution<Entry> byFile(String path) {
        if (!NameFolding.isPossibleName(path)) {
            return new Resolution.Unknown<>();
        }
        return database.read(handle -> handle.select(
                        "SELECT " + ArticleRowMapper.HEAD + " FROM file f JOIN article a ON a.number = f.article"
                                + " WHERE f.id = ? AND a.visible = 1",
                        Hashes.hex(path))
                .map((row, context) -> ArticleRowMapper.head(row))
                .findOne()
                .<Resolution<Entry>>map(row -> new Resolution.Moved<>(row.entry()))
                .orElseGet(Resolution.Unknown::new));
    }

    private static Resolution<Entry> lookup(ArticleRow row, String slug) {
        if (row.removed() && row.oncePublic()) {
            return new Resolution.Gone<>(row.entry());
        }
        if (!row.visible()) {
            return new Resolution.Unknown<>();
        }
        return row.slug().equals(slug) ? new Resolution.Found<>(row.entry()) : new Resolution.Moved<>(row.entry());
    }

    /** The entries of a change as they are now; none while the library is filled for the first time. */
    public List<ChangedEntry> changedBy(Change change) {
        return database.read(
                handle -> new ChangedEntries(handle).of(change, new ChangeTable(handle).entries(change.number())));
    }

    /** As {@link #changedBy(Change)}, for some of its entries, or for several changes as one. */
    public List<ChangedEntry> changedBy(Change change, List<EntryChange> entries) {
        return database.read(handle -> new ChangedEntries(handle).of(change, entries));
    }

    /** Number of groups of addresses, at least 1. */
    public int addressGroups() {
        return database.read(handle -> new AddressQuery(handle, window).groups());
    }

    /**
     * Pages of public articles whose home is this server, oldest first; empty if there is no such group.
     *
     * @param group counted from 1; each has about ten thousand, and a new article changes only the last one
     * @param max maximum number of pages
     */
    public List<PageAddress> addresses(int group, int max) {
        return database.read(handle -> new AddressQuery(handle, window).group(group, max));
    }
}
