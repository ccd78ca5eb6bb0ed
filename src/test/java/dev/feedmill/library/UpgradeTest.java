package dev.feedmill.library;

import static dev.feedmill.library.Folder.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FollowRules;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Libraries of versions that knew no degrees of visibility, from their upgrade until all of the folder was read anew. */
class UpgradeTest {
    private static final FollowRules RULES =
            new FollowRules(Duration.ofHours(1), Duration.ofMillis(20), Duration.ofSeconds(30), 2);

    /** Statements that undo the scripts after the thirteenth. */
    private static final List<String> BACK = List.of(
            "ALTER TABLE document DROP COLUMN as_of",
            "DROP TABLE node",
            "ALTER TABLE lease DROP COLUMN compared",
            "DROP TABLE ping",
            "DROP TABLE ping_topic",
            "DROP TABLE intent",
            "DROP INDEX subscription_callback",
            "DROP INDEX subscription_host",
            "DROP INDEX subscription_expires",
            "ALTER TABLE subscription DROP COLUMN asked",
            "DROP TABLE undelivered",
            "DROP TABLE delivery",
            "DROP TABLE stale_topic",
            "DROP TABLE topic_term",
            "DROP TABLE topic_version",
            "DROP TABLE subscription",
            "DROP TABLE topic",
            "DROP TABLE deletion",
            "DROP TABLE change_position",
            "DROP TABLE change_entry",
            "DROP TABLE change_log",
            "ALTER TABLE article DROP COLUMN recording",
            "DROP TABLE attachment",
            "ALTER TABLE article DROP COLUMN attachments",
            "DROP TABLE former_attachment",
            "ALTER TABLE article DROP COLUMN linked",
            "ALTER TABLE article DROP COLUMN missing",
            "DROP TABLE configuration",
            "DROP INDEX article_expires",
            "DROP INDEX article_undated",
            "DROP INDEX term_listed",
            "ALTER TABLE article DROP COLUMN degree",
            "ALTER TABLE article DROP COLUMN expires",
            "ALTER TABLE article DROP COLUMN held_by",
            "ALTER TABLE article DROP COLUMN held_line",
            "ALTER TABLE term DROP COLUMN beside_feeds",
            "CREATE INDEX term_shown ON term (kind, parent, shown DESC, number)",
            "UPDATE meta SET value = 'another' WHERE name = 'reader'",
            "DELETE FROM migration WHERE number > 13");

    @TempDir
    Path temp;

    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    private static void makeOlder(String where) throws SQLException {
        String url = where.startsWith("jdbc:") ? where : "jdbc:sqlite:" + Databases.file(where);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String step : BACK) {
                statement.execute(step);
            }
        }
    }

    private void scan(Library library) {
        try (FolderFollower follower = new FolderFollower(temp, Folder.reader(), library, RULES, clock)) {
            follower.start();
            await("the first scan", () -> follower.status().firstScanDone());
        }
    }

    private static List<Entry> feed(Library library) {
        return library.page(Selection.newest(Term.EVERYTHING, 10)).entries();
    }

    private static List<String> titles(Library library) {
        return feed(library).stream().map(entry -> entry.article().title()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void published_articles_stay_public_and_no_others_become_public(Databases database) throws SQLException {
        String where = database.fresh();
        Folder folder = new Folder(temp);
        folder.write("open.md", Folder.text("Open", "date: 2024-01-02\n"));
        folder.write("noted.md", Folder.text("Noted", "date: 2024-01-01\n"));
        folder.write("plan.md", Folder.text("Plan", "date: 2024-01-03\ndraft: true\n"));
        folder.write("soon.md", Folder.text("Soon", "date: 2024-06-02\n"));
        List<Entry> before;
        try (Library library = Library.open(where, clock)) {
            scan(library);
            before = feed(library);
        }
        makeOlder(where);
        // What only the new version takes for a reason to hold an article back.
        folder.write("noted.md", Folder.text("Noted", "date: 2024-01-01\nunlisted: true\n"));
        try (Library library = Library.open(where, clock)) {
            assertThat(feed(library)).isEqualTo(before);
            assertThat(titles(library)).containsExactly("Open", "Noted");
            assertThat(library.terms().countArticles(Term.EVERYTHING)).isEqualTo(2);
            assertThat(library.articles().bySlug("plan")).isInstanceOf(Resolution.Unknown.class);
            assertThat(library.articles().bySlug("soon")).isInstanceOf(Resolution.Unknown.class);
            clock.set("2024-06-03T00:00:00Z");
            library.writer().publishAndExpire();
            assertThat(titles(library)).containsExactly("Soon", "Open", "Noted");

            scan(library);
            assertThat(titles(library)).containsExactly("Soon", "Open");
            assertThat(library.articles().bySlug("noted")).isInstanceOf(Resolution.Found.class);
            assertThat(feed(library).get(1)).isEqualTo(before.get(0));
        }
    }
}
