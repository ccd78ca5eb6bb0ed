package dev.feedmill;

import dev.feedmill.app.Appearance;
import dev.feedmill.app.ProcessContext;
import dev.feedmill.config.Settings;
import dev.feedmill.config.SettingsReader;
import dev.feedmill.html.SanitizerRules;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Command-line options that set a setting, shared by all commands that read settings; picocli fills the fields. */
final class SettingOptions {
    static final String CONFIG = "--config";

    /** The settings file that {@code init} writes. */
    static final String FILE_HERE = "feedmill.yaml";

    /** Where the settings are if the command does not say; the first that exists. */
    private static final List<String> DEFAULT_FILES = List.of("config/feedmill.yaml", FILE_HERE);

    @Option(
            names = CONFIG,
            paramLabel = "FILE",
            description = "Read settings from FILE (default: config/feedmill.yaml or feedmill.yaml, where it exists).")
    @Nullable
    String config;

    @Option(names = "--articles", paramLabel = "DIR", description = "The folder of articles (default: articles).")
    @Nullable
    String articles;

    @Option(
            names = "--data",
            paramLabel = "DIR-OR-JDBC-URL",
            description = "Where the library is kept (default: data).")
    @Nullable
    String data;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description =
                    "Listen at this address, or at a Unix socket by unix:PATH; may be repeated (default: 0.0.0.0).")
    List<String> hosts = new ArrayList<>();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Listen on this port; 0 takes any free one (default: 8080).")
    @Nullable
    String port;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description =
                    "The public address of this server, which begins every link in feeds (default: http://localhost:PORT).")
    @Nullable
    String baseUrl;

    /** The settings file: the named one, else the first default that exists; null for none. */
    @Nullable
    String file() {
        return config != null
                ? config
                : DEFAULT_FILES.stream()
                        .filter(name -> Files.exists(Path.of(name)))
                        .findFirst()
                        .orElse(null);
    }

    /** Reads the settings and prints all problems. */
    Settings settings(ProcessContext process) throws WrongSettingsException {
        return printed(process, read(process));
    }

    /** Makes settings of the environment and these options alone, and prints all problems. */
    Settings settingsWithoutFile(ProcessContext process) throws WrongSettingsException {
        return printed(process, read(process, FILE_HERE, null));
    }

    /** Prints all problems of settings that were read, and returns the settings. */
    static Settings printed(ProcessContext process, Parsed<Settings> parsed) throws WrongSettingsException {
        parsed.problems().forEach(process.err()::println);
        if (parsed instanceof Parsed.Read<Settings> read) {
            return read.value();
        }
        throw new WrongSettingsException();
    }

    /** Reads the settings and collects all problems. */
    Parsed<Settings> read(ProcessContext process) {
        String file = file();
        if (file == null) {
            return read(process, FILE_HERE, null);
        }
        Parsed<String> text = text(file);
        return text instanceof Parsed.Read<String> read
                ? read(process, file, read.value())
                : new Parsed.Refused<>(text.problems());
    }

    /** The text of a settings file. */
    static Parsed<String> text(String file) {
        try {
            return new Parsed.Read<>(Files.readString(Path.of(file)), List.of());
        } catch (IOException | InvalidPathException e) {
            return new Parsed.Refused<>(List.of(new Problem(Location.of(file), Kind.SETTING, unreadable(file, e))));
        }
    }

    private Parsed<Settings> read(ProcessContext process, String file, @Nullable String text) {
        return fit(parse(process, file, text));
    }

    /** Makes settings of a text, the environment and these options; {@link #fit} finds further problems. */
    Parsed<Settings> parse(ProcessContext process, String file, @Nullable String text) {
        Map<String, String> given = new LinkedHashMap<>();
        Map<String, String> flags = new LinkedHashMap<>();
        put(given, flags, "articles.folder", "--articles", articles);
        put(given, flags, "library.data", "--data", data);
        put(given, flags, "server.host", "--host", hosts.isEmpty() ? null : String.join(";", hosts));
        put(given, flags, "server.port", "--port", port);
        put(given, flags, "server.base-url", "--base-url", baseUrl);
        return SettingsReader.read(file, text, process.environment(), given, flags);
    }

    /** Refuses settings that do not fit together or to the machine. */
    static Parsed<Settings> fit(Parsed<Settings> parsed) {
        List<Problem> unfit = parsed instanceof Parsed.Read<Settings> read ? unfit(read.value()) : List.of();
        return unfit.isEmpty()
                ? parsed
                : new Parsed.Refused<>(Stream.concat(parsed.problems().stream(), unfit.stream())
                        .toList());
    }

    private static String unreadable(String file, Exception fault) {
        if (fault instanceof NoSuchFileException) {
            return "there is no such file; --config names the settings file";
        }
        if (!(fault instanceof InvalidPathException) && Files.isDirectory(Path.of(file))) {
            return "this is a folder; --config names the settings file";
        }
        if (fault instanceof AccessDeniedException) {
            return "the settings file must be readable";
        }
        return fault instanceof CharacterCodingException
                ? "the settings file must be UTF-8 text"
                : "the settings must be a file that can be read";
    }

    /** Problems that only the selector parser finds, or that arise from two settings together. */
    private static List<Problem> unfit(Settings settings) {
        List<Problem> problems = new ArrayList<>();
        if (settings.server().isWithoutPort() && settings.server().baseUrl().isEmpty()) {
            problems.add(new Problem(
                    Location.of("server.base-url"),
                    Kind.SETTING,
                    "must be set where 'server.host' names Unix sockets alone"));
        }
        String movedTo = settings.server().movedToFault();
        if (movedTo != null) {
            problems.add(new Problem(Location.of("server.moved-to"), Kind.SETTING, movedTo));
        }
        String style = Appearance.styleFault(settings.own());
        if (style != null) {
            problems.add(new Problem(Location.of("pages.style"), Kind.SETTING, style));
        }
        for (String selector : settings.html().removedSelectors()) {
            if (!SanitizerRules.isSelector(selector)) {
                problems.add(new Problem(
                        Location.of("html.remove"), Kind.SETTING, "must hold CSS selectors, not '" + selector + "'"));
            }
        }
        return problems;
    }

    private static void put(
            Map<String, String> given, Map<String, String> flags, String setting, String flag, @Nullable String value) {
        flags.put(setting, flag);
        if (value != null) {
            given.put(setting, value);
        }
    }
}
