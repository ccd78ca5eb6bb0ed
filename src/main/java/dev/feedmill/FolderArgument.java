package dev.feedmill;

import dev.feedmill.config.Nearest;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The folder of articles as the only argument of a command; picocli fills the fields. */
final class FolderArgument {
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The folder of articles (default: articles).")
    @Nullable
    String folder;

    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec command;

    /**
     * Makes the argument the setting for the folder.
     *
     * @throws ParameterException if the option names a folder too, or if the argument may be a misspelt command
     */
    void into(SettingOptions options) {
        if (folder == null) {
            return;
        }
        CommandSpec known = Objects.requireNonNull(command);
        if (options.articles != null) {
            throw new ParameterException(
                    known.commandLine(), "DIR and --articles both name the folder of articles; give one of them");
        }
        if (!folder.contains("/") && !folder.contains(File.separator) && !Files.exists(Path.of(folder))) {
            throw new ParameterException(
                    known.commandLine(), "there is no folder '" + folder + "'" + suggestion(known, folder));
        }
        options.articles = folder;
    }

    private static String suggestion(CommandSpec command, String written) {
        return Nearest.meant(written, command.root().subcommands().keySet())
                .map(name -> "; did you mean the command '" + name + "'?")
                .orElse("");
    }
}
