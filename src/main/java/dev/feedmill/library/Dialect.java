package dev.feedmill.library;

import com.zaxxer.hikari.HikariConfig;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The few ways in which the two databases differ. */
sealed interface Dialect permits Sqlite, Postgres {
    /** What the {@code ${…}} of the migrations stand for. */
    Map<String, String> words();

    /** What the scripts are called that the databases do not share. */
    String name();

    /** The words of articles. */
    TextIndex texts(Handle handle);

    /** How to reach the database; {@code writes} for the only connection that changes it. */
    HikariConfig pool(boolean writes);

    /** Keeps every other process from writing until the transaction ends. */
    void lock(Handle handle);

    /** The address for people, without a password. */
    String address();
}
