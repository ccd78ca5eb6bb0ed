package dev.feedmill.library.identity;

import dev.feedmill.article.Article;
import dev.feedmill.library.sql.Chunks;
import dev.feedmill.library.sql.NameFolding;
import dev.feedmill.library.table.KnownArticle;
import dev.feedmill.library.table.KnownArticles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Title and date of an article that has a file, for files that were renamed and edited at once.
 *
 * @param published seconds since the epoch; null if it was known only from a file's time
 * @param seen whether that is when it was first seen, on the day that it declares
 */
record RenameCandidate(
        KnownArticle article, String title, @Nullable Long published, boolean seen) {
    /** Length of the title prefix in the index. */
    private static final int INDEXED = 100;

    /** Articles with the titles of changed files that have a file, or had one until now. */
    static List<RenameCandidate> of(Handle handle, KnownArticles knownArticles, Collection<ChangedFile> changedFiles) {
        Set<String> titles = new HashSet<>();
        changedFiles.forEach(file -> titles.add(String.valueOf(file.title())));
        titles.remove("");
        List<Line> found = new ArrayList<>();
        Set<String> starts =
                titles.stream().map(title -> NameFolding.cut(title, INDEXED)).collect(Collectors.toSet());
        for (List<String> some : Chunks.of(starts)) {
            handle.createQuery("SELECT number, title, published, published_from FROM article"
                            + " WHERE removed_at IS NULL AND substr(title, 1, 100) IN (<starts>) ORDER BY path")
                    .bindList("starts", some)
                    .map((row, context) -> line(row))
                    .filter(line -> titles.contains(line.title()))
                    .forEach(found::add);
        }
        knownArticles.load(found.stream().map(Line::number).toList());
        return found.stream()
                .flatMap(line -> line.candidate(knownArticles).stream())
                .toList();
    }

    static RenameCandidate of(Handle handle, KnownArticle article) {
        return handle.select(
                        "SELECT number, title, published, published_from FROM article WHERE number = ?",
                        article.number())
                .map((row, context) -> line(row))
                .one()
                .candidate(article);
    }

    private static Line line(ResultSet row) throws SQLException {
        Article.DateOrigin from = Article.DateOrigin.valueOf(row.getString(4));
        boolean undated = from == Article.DateOrigin.FILE_TIME || from == Article.DateOrigin.NONE;
        return new Line(
                row.getLong(1),
                row.getString(2),
                undated ? null : row.getLong(3),
                from == Article.DateOrigin.FIRST_SEEN);
    }

    private record Line(long number, String title, @Nullable Long published, boolean seen) {
        Optional<RenameCandidate> candidate(KnownArticles knownArticles) {
            return Optional.ofNullable(knownArticles.get(number)).map(this::candidate);
        }

        RenameCandidate candidate(KnownArticle article) {
            return new RenameCandidate(article, title, published, seen);
        }
    }

    boolean matches(ChangedFile file) {
        return !title.isEmpty()
                && title.equals(file.title())
                && (Objects.equals(published, file.published()) || isOnDay(file));
    }

    /** Whether the changed file declares the day on which this article was first seen; the longest days have 25 hours. */
    private boolean isOnDay(ChangedFile file) {
        Long day = file.published();
        return seen && published != null && day != null && published >= day && published - day < 25 * 3600;
    }

    boolean hasSimilarText(Handle handle, FolderChange change, ChangedFile file) {
        String text = change.text().apply(file);
        return text != null
                && NearText.near(
                        text,
                        handle.createQuery("SELECT body FROM article WHERE number = ?")
                                .bind(0, article.number())
                                .mapTo(String.class)
                                .one());
    }
}
