package dev.feedmill.library.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Migrates the tables to the current schema: each numbered script runs once, all in one transaction. */
final class Migrations {
    private static final List<String> SCRIPTS = List.of(
            "001-tables.sql",
            "002-folders.sql",
            "003-archives.sql",
            "004-branches.sql",
            "005-words-${name}.sql",
            "006-categories.sql",
            "007-lease.sql",
            "008-identity.sql",
            "009-documents.sql",
            "010-changes.sql",
            "011-keys.sql",
            "012-open-page.sql",
            "013-aliases.sql",
            "014-visibility.sql",
            "015-configurations.sql",
            "016-attachment.sql",
            "017-recording.sql",
            "018-former-owner.sql",
            "019-change-log.sql",
            "020-subscriptions.sql",
            "021-deliveries.sql",
            "022-intents.sql",
            "023-pings.sql",
            "024-nodes.sql");

    /** A process that is suspended between two scripts must not keep others from writing for longer. */
    private static final Duration MAX_IDLE = Duration.ofSeconds(4);

    private final SqlDialect dialect;

    Migrations(SqlDialect dialect) {
        this.dialect = dialect;
    }

    void run(Handle handle) {
        dialect.lock(handle, MAX_IDLE);
        handle.execute("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY)");
        int done = handle.createQuery("SELECT coalesce(max(number), 0) FROM migration")
                .mapTo(Integer.class)
                .one();
        if (done > SCRIPTS.size()) {
            throw new LibraryException("the library at " + dialect.address() + " was made by a newer version");
        }
        for (int number = done + 1; number <= SCRIPTS.size(); number++) {
            for (String statement : statements(SCRIPTS.get(number - 1))) {
                handle.execute(statement);
            }
            handle.execute("INSERT INTO migration (number) VALUES (?)", number);
        }
    }

    /** Splits at semicolons; no statement in the scripts contains one. */
    private List<String> statements(String name) {
        String script = text(name.replace("${name}", dialect.name())).replaceAll("(?m)^--.*\n", "");
        for (Map.Entry<String, String> word : dialect.words().entrySet()) {
            script = script.replace("${" + word.getKey() + "}", word.getValue());
        }
        return List.of(script.strip().split(";\\s*"));
    }

    private static String text(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
