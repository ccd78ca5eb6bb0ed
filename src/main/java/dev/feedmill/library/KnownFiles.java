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

/** The files of the folder as the library knows them, for the code that makes it equal to the folder. Thread-safe. */
public final class KnownFiles {
    private final Database database;

    KnownFiles(Database database) {
        this.database = database;
    }

    /** Stamps of all files, by path. */
    public Map<String, FileStamp> stamps() {
        return database.read(FileTable::stamps);
    }

    /** The known files at these paths. */
    public Collection<FileRow> at(Collection<String> paths) {
        return database.read(handle -> {
            FileTable files = new FileTable(handle);
            files.load(paths);
            return files.all();
        });
    }

    /** Whether a file is known at this path. */
    public boolean has(String path) {
        return database.read(handle -> FileTable.knows(handle, path));
    }

    /** Paths of some files, at most {@code max}. */
    public List<String> some(int max) {
        return database.read(handle -> FileTable.some(handle, max));
    }

    /** Paths of the files below a folder, or at its own path. */
    public List<String> pathsBelow(String folder) {
        return database.read(handle -> FileTable.pathsBelow(handle, folder));
    }

    /** Whether any file has these bytes. */
    public boolean hasBytes(String digest) {
        return !database.read(handle -> FileTable.withBytes(handle, List.of(digest)))
                .isEmpty();
    }

    /** Articles whose path another article has taken. */
    public List<FileRow> displaced() {
        return database.read(FileTable::displaced);
    }

    /** Decides which articles the changed files are, by the identity rules. */
    public Identities resolve(FolderChange change) {
        return database.read(handle -> IdentityResolver.resolve(handle, change));
    }

    /**
     * Paths of articles that must be read again because a file they use was created, removed or written to.
     *
     * @param isSame whether a path still has a stamp; an empty stamp means no file
     */
    public List<String> outdated(BiPredicate<String, String> isSame) {
        return database.read(handle -> AttachmentTable.outdated(handle, isSame));
    }

    /** Paths of the articles that use, or refer to, what is at these paths. */
    public Set<String> owners(Collection<String> places) {
        return database.read(handle -> {
            Set<String> owners = new TreeSet<>();
            places.forEach(place -> owners.addAll(AttachmentTable.owners(handle, place)));
            return owners;
        });
    }

    /** Counts of files by outcome, and their problems, from one state of the library. */
    public Snapshot snapshot() {
        return database.read(Snapshot::of);
    }

    /** Articles that are held back, by path. */
    public List<HeldArticle> heldBack(Instant now) {
        return database.read(handle -> HeldArticle.all(handle, now));
    }

    /** Problems of the files at these paths. */
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

    /** Fingerprint of the reader of the last complete scan; empty before the first. */
    public Optional<String> reader() {
        return database.read(handle -> Meta.get(handle, Meta.READER));
    }

    /** Identity of the folder of the last complete scan; empty before the first. */
    public Optional<String> folder() {
        return database.read(handle -> Meta.get(handle, Meta.FOLDER));
    }

    /** The mount points at that time. */
    public Set<String> mounts() {
        return database.read(handle -> Meta.get(handle, Meta.MOUNTS)).stream()
                .flatMap(names -> names.lines())
                .collect(Collectors.toSet());
    }

    /** Fails if the database is unavailable. */
    public void requireAvailable() {
        database.requireAvailable();
    }
}
