package dev.feedmill;

import dev.feedmill.app.CannotRunException;
import dev.feedmill.app.ProcessContext;
import dev.feedmill.app.Wiring;
import dev.feedmill.config.Settings;
import dev.feedmill.dialect.config.LastValidConfigurations;
import dev.feedmill.library.KnownFile;
import dev.feedmill.moving.IdWriter;
import dev.feedmill.moving.IdWriter.Outcome;
import dev.feedmill.problem.Count;
import dev.feedmill.problem.PrintableText;
import dev.feedmill.reading.header.ReadingRules.EntryIds;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ids}: writes the id of each article into its file. */
@Command(
        name = "ids",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: feedmill ids --dry-run ~/blog"},
        sortOptions = false,
        description =
                "Writes each article's id from the library into its front matter, so that it goes wherever the file"
                        + " goes: to a clone, or into another library. Nothing else in a file is touched.")
final class IdsCommand implements Callable<Integer> {
    private final ProcessContext process;

    @Mixin
    private final SettingOptions options = new SettingOptions();

    @Mixin
    private final FolderArgument argument = new FolderArgument();

    @Option(names = "--write", description = "Write the ids.")
    boolean write;

    @Option(names = "--dry-run", description = "Write nothing, and show what would be written.")
    boolean dryRun;

    private int had;
    private int given;
    private int left;

    IdsCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() throws CannotRunException, WrongSettingsException {
        if (!write && !dryRun) {
            process.err()
                    .println(
                            "ids writes into the files of the articles folder; say --dry-run to see what it would write,"
                                    + " and --write to have it written");
            return Main.WRONG_SETTINGS;
        }
        argument.into(options);
        Settings settings = options.settings(process);
        Wiring wiring = new Wiring(settings, EntryIds.STABLE);
        Path folder = wiring.folder();
        IdWriter writer = new IdWriter(
                folder,
                wiring.reader(wiring.find(LastValidConfigurations.NONE)),
                process.clock().instant());
        for (KnownFile file : wiring.fromLibrary(KnownFile::all)) {
            handle(writer, file);
        }
        process.err()
                .println(Count.of(had + given + left, "article") + ": " + given + (dryRun ? " would get" : " got")
                        + " an id, " + had + " had one, " + left + " left alone");
        return left == 0 ? Main.DONE : Main.CANNOT;
    }

    private void handle(IdWriter writer, KnownFile file) {
        Outcome outcome = writer.plan(file);
        if (outcome instanceof Outcome.Change change) {
            if (dryRun) {
                process.out().print(change.diff());
            }
            handle(writer, file, change);
        } else if (outcome instanceof Outcome.HasOne) {
            had++;
        } else if (outcome instanceof Outcome.LeftAlone alone) {
            leave(file, alone.reason());
        }
    }

    private void handle(IdWriter writer, KnownFile file, Outcome.Change change) {
        try {
            if (!dryRun) {
                writer.write(file, change);
            }
            given++;
        } catch (FileSystemException e) {
            leave(file, e.getReason() == null ? "the file cannot be written: " + e.getMessage() : e.getReason());
        } catch (IOException e) {
            leave(file, String.valueOf(e.getMessage()));
        }
    }

    private void leave(KnownFile file, String reason) {
        left++;
        process.err().println(PrintableText.line(file.path() + ": " + reason + "; it is left alone"));
    }
}
