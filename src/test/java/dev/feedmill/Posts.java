package dev.feedmill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders of posts that tests read: odd posts, the seeds, and real blogs if they lie beside the project. */
public final class Posts {
    /** One post for each oddity, named after it. */
    public static final Path ODD = Path.of("src/test/resources/posts");

    public static final Path SEEDS = Path.of("seeds");

    private static final Path REAL = Path.of("../shared/corpus");

    private Posts() {}

    /** All folders that exist. */
    public static List<Path> folders() {
        return Stream.of(ODD, SEEDS, REAL).filter(Files::isDirectory).toList();
    }
}
