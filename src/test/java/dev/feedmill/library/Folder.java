package dev.feedmill.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.dialect.Sites;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FolderStatus;
import dev.feedmill.folder.FollowRules;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.SanitizerRules;
import dev.feedmill.html.allowed.BodyLimits;
import dev.feedmill.reading.ArticleReader;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.selection.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A folder of small articles for tests, with files that are old enough to be read at once. */
public record Folder(Path path) {
    private static final FileTime OLD = FileTime.from(Instant.parse("2023-01-01T00:00:00Z"));

    public static ArticleReader reader(int summaryLength) {
        return reader(summaryLength, Sites.NONE);
    }

    public static ArticleReader reader(Sites sites) {
        return reader(300, sites);
    }

    private static ArticleReader reader(int summaryLength, Sites sites) {
        return new ArticleReader(
                new ReadingRules(
                        ZoneOffset.UTC,
                        ReadingRules.CategoryStyle.PATHS,
                        List.of("_drafts"),
                        1 << 20,
                        1 << 16,
                        summaryLength,
                        null),
                sites,
                new HtmlSanitizer(new SanitizerRules(List.of(), List.of(), BodyLimits.defaults())),
                null);
    }

    public static ArticleReader reader() {
        return reader(300);
    }

    public static String text(String title, String more) {
        return "---\ntitle: " + title + "\ndate: 2024-01-01 00:00:00\n" + more + "---\nBody of " + title + "\n";
    }

    public Folder write(String name, String text) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, OLD);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Folder article(String name, String title) {
        return write(name, text(title, ""));
    }

    public void delete(String name) {
        try {
            Files.delete(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void move(String from, String to) {
        try {
            Files.createDirectories(path.resolve(to).normalize().resolveSibling("."));
            Files.move(path.resolve(from).normalize(), path.resolve(to).normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> titles(Library library) {
        return LibraryTest.all(library, 1_000).entries().stream()
                .map(Entry::article)
                .map(article -> article.title())
                .sorted()
                .toList();
    }

    /** Scans the whole folder once. */
    public static FolderStatus scan(Path folder, Library library, ArticleReader reader, MutableClock clock) {
        FollowRules rules = new FollowRules(Duration.ofHours(1), Duration.ofMillis(20), Duration.ofSeconds(30), 2);
        try (FolderFollower follower = new FolderFollower(folder, reader, library, rules, clock)) {
            follower.start();
            assertThat(follower.awaitFirstScan(Duration.ofMinutes(2))).isTrue();
            return follower.status();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Polls, since a machine may be slow. */
    public static void await(String what, BooleanSupplier condition) {
        Await.until(what, condition::getAsBoolean);
    }
}
