package dev.feedmill.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The programs that change folders, as they are installed here: git and rsync. */
final class Commands {
    private final Path folder;
    private final Path repository;
    private final Path other;

    /** @param elsewhere where the repositories are kept, outside of the articles folder */
    Commands(Path folder, Path elsewhere) {
        this.folder = folder;
        this.repository = elsewhere.resolve("served.git");
        this.other = elsewhere.resolve("clone");
    }

    static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    /** Changes and commits in a clone, then pulls the commit into the folder. */
    void pull(Consumer<Path> change) throws IOException, InterruptedException {
        if (!Files.exists(repository)) {
            git(folder, "init", "-q", "-b", "main", ".");
            git(folder, "commit", "-q", "--allow-empty", "-m", "nothing");
            run(other.resolveSibling("."), "git", "clone", "-q", repository.toString(), other.toString());
        }
        git(folder, "add", "-A");
        git(folder, "commit", "-q", "--allow-empty", "-m", "what is served");
        List<String> inOther = List.of("git", "-C", other.toString());
        run(other, inOther, "pull", "-q", "--ff-only");
        change.accept(other);
        run(other, inOther, "add", "-A");
        run(other, inOther, "commit", "-q", "--allow-empty", "-m", "a change");
        git(folder, "pull", "-q", "--ff-only", other.toString(), "main");
    }

    /** Makes the folder equal to another one. */
    void rsync(Path from, String how) throws IOException, InterruptedException {
        // To the nanosecond: texts of one length may be written in one second.
        run(folder, "rsync", how, "--modify-window=-1", "--delete", "--exclude=.*", from + "/", folder + "/");
    }

    private void git(Path at, String... arguments) throws IOException, InterruptedException {
        run(at, List.of("git", "--git-dir=" + repository, "--work-tree=" + folder), arguments);
    }

    private static void run(Path at, List<String> begin, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(begin);
        command.addAll(List.of(more));
        run(at, command.toArray(String[]::new));
    }

    private static void run(Path at, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(at.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            builder.environment().put("GIT_" + who + "_NAME", "Ann");
            builder.environment().put("GIT_" + who + "_EMAIL", "ann@example.org");
        }
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said);
        }
    }
}
