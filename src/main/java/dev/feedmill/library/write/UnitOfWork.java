package dev.feedmill.library.write;

import dev.feedmill.address.PathSegments;
import dev.feedmill.article.Article;
import dev.feedmill.article.ArticleId;
import dev.feedmill.article.Visibility;
import dev.feedmill.library.change.Effect;
import dev.feedmill.library.change.EntryChanges;
import dev.feedmill.library.identity.FileReading;
import dev.feedmill.library.identity.Identities;
import dev.feedmill.library.sql.Meta;
import dev.feedmill.library.sql.NameFolding;
import dev.feedmill.library.table.AliasTable;
import dev.feedmill.library.table.Archives;
import dev.feedmill.library.table.ArticleRow;
import dev.feedmill.library.table.ArticleRowMapper;
import dev.feedmill.library.table.ArticleTable;
import dev.feedmill.library.table.ArticleWrite;
import dev.feedmill.library.table.AttachmentTable;
import dev.feedmill.library.table.FileDigest;
import dev.feedmill.library.table.FileOutcome;
import dev.feedmill.library.table.FileRow;
import dev.feedmill.library.table.FileTable;
import dev.feedmill.library.table.ListingTable;
import dev.feedmill.library.words.TextIndexer;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All changes of one transaction: collected first, with few queries, then written. */
final class UnitOfWork {
    private final Handle handle;
    private final long now;
    private final TermTable terms;
    private final Map<String, Integer> suffixes;
    private final FileTable files;
    private final ArticleTable articles;
    private final ListingTable listings;
    private final TermRedirects successors;
    private final AliasTable aliases;
    private final AttachmentTable attachments;
    private final TextIndexer texts;
    private final EntryChanges entries = new EntryChanges();
    private final boolean filling;
    private final Set<String> linking = new TreeSet<>();
    private boolean idGivenUp;

    /** Whether pages show changed pictures that feeds do not mention. */
    private boolean pages;

    private @Nullable Boolean otherDigests;

    /**
     * Creates a unit of work.
     *
     * @param now seconds since the epoch
     * @param suffixes the last number given to each slug that several articles wanted
     */
    UnitOfWork(Handle handle, long now, TermTable terms, Map<String, Integer> suffixes, TextIndexer texts) {
        this.filling = Meta.get(handle, Meta.READER).isEmpty();
        this.handle = handle;
        this.now = now;
        this.terms = terms;
        this.suffixes = suffixes;
        this.texts = texts;
        this.files = new FileTable(handle);
        this.articles = new ArticleTable(handle);
        this.aliases = new AliasTable(handle);
        this.attachments = new AttachmentTable(handle);
        this.listings = new ListingTable(handle);
        this.successors = new TermRedirects(handle, terms);
    }

    long now() {
        return now;
    }

    /** Whether the library has never yet equalled a folder. */
    boolean isFilling() {
        return filling;
    }

    /** Whether the stored checksums of files were made by another algorithm, and so cannot be compared. */
    boolean hasOtherDigests() {
        if (otherDigests == null) {
            otherDigests = Meta.get(handle, Meta.DIGESTS)
                    .filter(sample -> !sample.equals(FileDigest.SAMPLE))
                    .isPresent();
        }
        return otherDigests;
    }

    FileTable files() {
        return files;
    }

    ArticleTable articles() {
        return articles;
    }

    SortedSet<Long> terms(Article article) {
        return terms.numbers(handle, article);
    }

    int nextSuffix(String slug) {
        return suffixes.merge(NameFolding.fold(slug), 2, (last, first) -> last + 1);
    }

    /** Records a changed article. Clients may see no difference: the file was moved, or only unused keys changed. */
    void change(@Nullable ArticleRow before, ArticleRow after, ArticleWrite.Extent extent) {
        if (before == null || !before.rendersSameAs(after)) {
            idGivenUp |= before != null
                    && before.article().declaredId() != null
                    && (after.removed() || !after.entryId().equals(before.entryId()));
            listings.change(before, after, now);
            entries.change(before, after);
            if (before != null
                    && !before.listings().isEmpty()
                    && !after.listings().isEmpty()) {
                successors.compare(before.article(), after.article());
            }
        }
        pages |= before != null
                && before.visible()
                && !before.article().attachments().rendersSameAs(after.article().attachments());
        aliases.change(before, after);
        attachments.change(before, after);
        articles.put(after, extent);
    }

    void store(List<FileReading> readings, Identities identities) {
        load(readings, identities);
        ArticleImporter importer = new ArticleImporter(this, identities);
        for (FileReading reading : readings) {
            if (reading.passing()) {
                importer.keepUnread(reading);
            } else if (reading.article() instanceof Parsed.Read<Article> read) {
                importer.store(reading, read.value(), read.problems());
            } else {
                importer.storeRefused(reading, reading.article().problems());
            }
        }
    }

    void remove(Collection<FileRow> gone) {
        files.load(gone.stream().map(FileRow::path).toList());
        articles.loadNumbers(numbers(gone));
        ArticleImporter importer = new ArticleImporter(this, new Identities(Map.of(), Set.of(), Set.of()));
        gone.forEach(importer::remove);
    }

    /** Corrects articles that a clock which was ahead released or dated: no change can have a future time. */
    void rewind() {
        // Articles that are public only on their own page are in no listing.
        List<ArticleRow> ahead = handle.select(
                        "SELECT " + ArticleRowMapper.HEAD + " FROM article a WHERE a.number IN"
                                + " (SELECT article FROM listing WHERE term IN (0, -1) AND updated > ?)"
                                + " OR (a.visible = 1 AND a.published > ?) ORDER BY a.number",
                        now,
                        now)
                .map((row, context) -> ArticleRowMapper.head(row))
                .list();
        for (ArticleRow row : ahead) {
            ArticleRow corrected = row.notAfter(now);
            boolean due = corrected.isDue(now);
            change(row, corrected.shown(due), ArticleWrite.Extent.STATE);
            if (!due) {
                files.changeOutcome(row.path(), FileOutcome.SERVED, FileOutcome.HIDDEN);
            }
        }
    }

    /** Publishes due articles and hides expired ones; schedules those that link to them to be read again. */
    void publishAndExpire() {
        List<ArticleRow> over = handle.select(
                        "SELECT " + ArticleRowMapper.HEAD
                                + " FROM article a WHERE a.visible = 1 AND a.expires <= ? ORDER BY a.expires, a.number",
                        now)
                .map((row, context) -> ArticleRowMapper.head(row))
                .list();
        over.forEach(row -> changeVisibility(row, false));
        List<ArticleRow> due = handle.select(
                        "SELECT " + ArticleRowMapper.HEAD + " FROM article a WHERE a.visible = 0 AND a.draft = 0"
                                + " AND a.removed_at IS NULL AND a.published <= ?"
                                + " AND (a.expires IS NULL OR a.expires > ?) ORDER BY a.published, a.number",
                        now,
                        now)
                .map((row, context) -> ArticleRowMapper.head(row))
                .list();
        due.forEach(row -> changeVisibility(row, true));
    }

    private void changeVisibility(ArticleRow row, boolean visible) {
        linking.addAll(AttachmentTable.owners(handle, row.path()));
        change(row, row.shown(visible), ArticleWrite.Extent.STATE);
        if (row.article().visibility().degree() == Visibility.Degree.EVERYWHERE) {
            files.changeOutcome(
                    row.path(),
                    visible ? FileOutcome.HIDDEN : FileOutcome.SERVED,
                    visible ? FileOutcome.SERVED : FileOutcome.HIDDEN);
        }
    }

    /** Paths of articles that must be read again because a page they link to became public or stopped being so. */
    Set<String> linking() {
        return linking;
    }

    /** Writes all changes; returns those that clients can see. */
    Effect flush(WriterRules rules) {
        int window = rules.window();
        LastModifiedFloor floors = filling ? null : new LastModifiedFloor(handle, window, listings.changedListings());
        texts.update(articles.flush());
        aliases.flush();
        attachments.flush();
        listings.flush();
        files.flush();
        files.readAgain(linking);
        if (idGivenUp) {
            files.readAgain(Problem.Kind.DUPLICATE_ID);
        }
        if (floors == null) {
            LastModifiedFloor.fill(handle, listings.changedListings());
        } else {
            floors.raise(listings.changedArticles(), now);
        }
        Archives archives = new Archives(handle, window);
        if (archives.exist()) {
            archives.update(listings.entered(), listings.edited(), listings.left(), now);
        }
        successors.flush(now);
        Set<Long> changed = new HashSet<>(listings.changedTerms());
        if (pages) {
            changed.add(Term.EVERYTHING.number());
        }
        entries.writeDeletions(handle, changed, now, rules.deletions());
        // Of a new library, everything is new, and nobody has followed it yet.
        return new Effect(changed, filling ? List.of() : entries.list());
    }

    private void load(List<FileReading> readings, Identities identities) {
        articles.loadNumbers(readings.stream()
                .map(reading -> identities.article(reading.path()))
                .filter(Objects::nonNull)
                .toList());
        Set<String> paths = new TreeSet<>();
        for (FileReading reading : readings) {
            paths.add(reading.path());
            Long number = identities.article(reading.path());
            ArticleRow article = number == null ? null : articles.get(number);
            if (article != null) {
                paths.add(article.path());
            }
        }
        files.load(paths);
        List<Long> numbers = new ArrayList<>(numbers(files.all()));
        List<String> ids = new ArrayList<>();
        List<String> slugs = new ArrayList<>();
        for (FileReading reading : readings) {
            if (reading.article() instanceof Parsed.Read<Article> read) {
                String declared = read.value().declaredId();
                ids.add((declared == null ? ArticleId.ofKey(reading.path()) : ArticleId.declared(declared)).uri());
                slugs.add(PathSegments.ofName(read.value().slug()));
            }
        }
        articles.loadNumbers(numbers);
        articles.loadKeys(readings.stream().map(FileReading::path).toList());
        articles.loadEntryIds(ids);
        articles.loadSlugs(slugs);
    }

    private static List<Long> numbers(Collection<FileRow> files) {
        List<Long> numbers = new ArrayList<>();
        for (FileRow file : files) {
            Long number = file.article();
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
