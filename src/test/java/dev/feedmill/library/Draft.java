package dev.feedmill.library;

import dev.feedmill.article.Article;
import dev.feedmill.article.Attachments;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.Recording;
import dev.feedmill.article.Visibility;
import dev.feedmill.html.SafeHtml;
import dev.feedmill.library.identity.FileReading;
import dev.feedmill.library.sql.Hashes;
import dev.feedmill.library.table.FileStamp;
import dev.feedmill.problem.Parsed;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An article for tests, as the reader would give it: each method returns a copy that differs in one property. */
public record Draft(
        String path,
        String title,
        String published,
        Article.DateOrigin from,
        @Nullable String updated,
        List<CategoryPath> categories,
        List<String> tags,
        @Nullable String language,
        @Nullable String image,
        @Nullable String id,
        boolean hidden,
        String modified) {
    public static Draft of(String path) {
        return new Draft(
                path,
                "Title of " + path,
                "2024-01-01T00:00:00Z",
                Article.DateOrigin.FRONT_MATTER,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                false,
                "2024-01-02T00:00:00Z");
    }

    public Draft at(String newPath) {
        return new Draft(
                newPath, title, published, from, updated, categories, tags, language, image, id, hidden, modified);
    }

    public Draft title(String text) {
        return new Draft(path, text, published, from, updated, categories, tags, language, image, id, hidden, modified);
    }

    public Draft published(String time) {
        return new Draft(path, title, time, from, updated, categories, tags, language, image, id, hidden, modified);
    }

    public Draft fileTime(String time) {
        return new Draft(
                path,
                title,
                time,
                Article.DateOrigin.FILE_TIME,
                updated,
                categories,
                tags,
                language,
                image,
                id,
                hidden,
                modified);
    }

    public Draft updated(String time) {
        return new Draft(path, title, published, from, time, categories, tags, language, image, id, hidden, modified);
    }

    public Draft categories(CategoryPath... paths) {
        return new Draft(
                path, title, published, from, updated, List.of(paths), tags, language, image, id, hidden, modified);
    }

    public Draft tags(String... names) {
        return new Draft(
                path,
                title,
                published,
                from,
                updated,
                categories,
                List.of(names),
                language,
                image,
                id,
                hidden,
                modified);
    }

    public Draft language(@Nullable String tag) {
        return new Draft(path, title, published, from, updated, categories, tags, tag, image, id, hidden, modified);
    }

    public Draft image(@Nullable String url) {
        return new Draft(path, title, published, from, updated, categories, tags, language, url, id, hidden, modified);
    }

    public Draft id(String declared) {
        return new Draft(
                path, title, published, from, updated, categories, tags, language, image, declared, hidden, modified);
    }

    public Draft hidden(boolean draft) {
        return new Draft(path, title, published, from, updated, categories, tags, language, image, id, draft, modified);
    }

    public Draft modified(String time) {
        return new Draft(path, title, published, from, updated, categories, tags, language, image, id, hidden, time);
    }

    Article article() {
        String stem = path.replaceAll(".*/", "").replaceAll("\\.[a-z]+$", "");
        return new Article(
                new Article.Text(title, "Summary of " + title, SafeHtml.stored("<p>Body of " + title + "</p>")),
                new Article.Times(
                        Instant.parse(published), from, updated == null ? null : Instant.parse(updated), null),
                new Article.Names(List.of(), categories, tags),
                new Article.Addresses(null, id, stem, List.of()),
                language,
                hidden ? Visibility.NOWHERE : Visibility.EVERYWHERE,
                new Article.Media(image, Attachments.NONE, Recording.NONE));
    }

    /** A digest of everything but the path, like that of a file's bytes. */
    public FileReading reading() {
        Instant time = Instant.parse(modified);
        FileStamp stamp = new FileStamp(100, TimeUnit.SECONDS.toNanos(time.getEpochSecond()), 0);
        String digest = Hashes.hex(at("").modified("").toString());
        return new FileReading(path, stamp, digest, new Parsed.Read<>(article(), List.of()));
    }
}
