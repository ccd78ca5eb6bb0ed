package dev.feedmill.library;

import dev.feedmill.library.identity.FolderChange;
import dev.feedmill.library.identity.Identities;
import dev.feedmill.library.identity.IdentityResolver;
import dev.feedmill.library.query.HeldArticle;
import dev.feedmill.library.query.Snapshot;
import dev.feedmill.library.query.UndatedArticles;
import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.Meta;
import dev.feedmill.library.table.AliasTable;
import dev.feedmill.library.table.AttachmentTable;
import dev.feedmill.library.table.FileRow;
import dev.feedmill.library.table.FileStamp;
import dev.feedmill.library.table.FileTable;
import dev.feedmill.problem.Problem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the folder as the library has them, for whoever makes it equal to the folder. Threads may share it. */
public final class KnownFiles {
    private final Database database;

    KnownFiles(Database database) {
        this.database = database;
    }

    /** Of all files, by path. */
    public Map<String, FileStamp> stamps() {
        return database.read(FileTable::stamps);
    }

    /** Those at these paths. */
    public Collection<FileRow> at(Collection<String> paths) {
        return database.read(handle -> {
            FileTable files = new FileTable(handle);
            files.load(paths);
            return files.all();
        });
    }

    /** Whether there is one at a path. */
    public boolean has(String path) {
        return database.read(handle -> FileTable.knows(handle, path));
    }

    /** Paths of at most so many. */
    public List<String> some(int most) {
        return database.read(handle -> FileTable.some(handle, most));
    }

    /** Paths of those below a folder, or at its own path. */
    public List<String> below(String folder) {
        return database.read(handle -> FileTable.below(handle, folder));
    }

    /** Whether one has these bytes. */
    public boolean haveBytes(String digest) {
        return !database.read(handle -> FileTable.withBytes(handle, List.of(digest)))
                .isEmpty();
    }

    /** Articles that were pushed out of their paths. */
    public List<FileRow> pushedOut() {
        return database.read(FileTable::pushedOut);
    }

    /** Whose articles those are that came, as the rules of identity have it. */
    public Identities resolve(FolderChange moment) {
        return database.read(handle -> IdentityResolver.resolve(handle, moment));
    }

    /**
     * Paths of the articles that are to be read again, since a file of theirs came, went or was written to.
     *
     * @param isSame whether a path still has a stamp, which is empty for nothing
     */
    public List<String> outdated(BiPredicate<String, String> isSame) {
        return database.read(handle -> AttachmentTable.outdated(handle, isSame));
    }

    /** Paths of the articles that have, or wish for, what is at these places. */
    public Set<String> owners(Collection<String> places) {
        return database.read(handle -> {
            Set<String> owners = new TreeSet<>();
            places.forEach(place -> owners.addAll(AttachmentTable.owners(handle, place)));
            return owners;
        });
    }

    /** How many have which outcome, and what is wrong with them: one state of the library. */
    public Snapshot snapshot() {
        return database.read(Snapshot::of);
    }

    /** Articles that are held back, by path. */
    public List<HeldArticle> heldBack(Instant now) {
        return database.read(handle -> HeldArticle.all(handle, now));
    }

    /** What is wrong with those at these paths. */
    public List<Problem> problems(Collection<String> paths) {
        return database.read(handle -> {
            FileTable table = new FileTable(handle);
            table.load(paths);
            return Stream.concat(
                            table.all().stream().flatMap(row -> row.problems().stream()),
                            Stream.concat(
                                            AliasTable.conflicts(handle).stream(),
                                            UndatedArticles.problems(handle).stream())
                                    .filter(problem ->
                                            paths.contains(problem.location().file())))
                    .toList();
        });
    }

    /** The fingerprint of the reader with which the whole was read last; empty where it never was. */
    public Optional<String> reader() {
        return database.read(handle -> Meta.get(handle, Meta.READER));
    }

    /** The identity of the folder that was compared last; empty where none was. */
    public Optional<String> folder() {
        return database.read(handle -> Meta.get(handle, Meta.FOLDER));
    }

    /** The folders on which something was mounted then. */
    public Set<String> mounts() {
        return database.read(handle -> Meta.get(handle, Meta.MOUNTS)).stream()
                .flatMap(names -> names.lines())
                .collect(Collectors.toSet());
    }

    /** Fails while the database cannot be had. */
    public void requireThere() {
        database.requireThere();
    }
}
