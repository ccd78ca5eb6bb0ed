package dev.feedmill.dialect.config;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A folder that may be the root of a site, with the files that identify its generator. */
public final class SiteFolder {
    /** Scope of a file about the whole site. */
    private static final String WHOLE = "";

    private final Path path;
    private final ConfigurationFiles files;

    /** Texts already read, because several parts of a configuration may be requested in turn. */
    private final Map<String, String> texts = new HashMap<>();

    private final Map<String, String> unreadable = new HashMap<>();

    public SiteFolder(Path path) {
        this(path, new ConfigurationFiles());
    }

    /**
     * Creates a folder.
     *
     * @param files receives each file that is requested
     */
    public SiteFolder(Path path, ConfigurationFiles files) {
        this.path = path;
        this.files = files;
    }

    public Path path() {
        return path;
    }

    SiteLimits limits() {
        return files.limits();
    }

    /** Records that a limit was reached at a file or folder. */
    void recordLimit(String place, String message, String setting) {
        files.recordLimit(path.resolve(place), message, setting);
    }

    public boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    public boolean hasFolder(String name) {
        return Files.isDirectory(path.resolve(name));
    }

    /** Returns the first of these files that exists; null for none. */
    public @Nullable String first(String... names) {
        for (String name : names) {
            files.recordAccess(path.resolve(name));
            if (Files.isRegularFile(path.resolve(name))) {
                return name;
            }
        }
        return null;
    }

    /** Returns requested configurations without any known valid text. */
    public UnreadableConfigurations unreadable() {
        return new UnreadableConfigurations(unreadable);
    }

    /**
     * Returns the text of a file; empty if there is none. Reports a file that cannot be read, and returns its last
     * valid text, or an empty one if unknown.
     */
    public String text(String name) {
        return text(name, WHOLE);
    }

    /**
     * Returns the text of a file with this scope.
     *
     * @param about scope of the file, in the form of {@link UnreadableConfigurations}; null if it holds no articles back
     */
    String text(String name, @Nullable String about) {
        String known = texts.get(name);
        if (known == null) {
            known = load(name, about);
            texts.put(name, known);
        }
        return known;
    }

    private String load(String name, @Nullable String about) {
        try {
            Path file = path.resolve(name);
            files.recordAccess(file);
            if (!isFile(file)) {
                return "";
            }
            long most = limits().fileBytes();
            if (Files.size(file) > most) {
                String message =
                        "must not be larger than " + most + " bytes ('generator.max-file-size' says how large)";
                return refuse(name, about, Problem.Kind.LIMIT, 0, message);
            }
            Problem doubt = files.refusalReason(files.name(file));
            if (doubt != null) {
                return refuse(name, about, doubt.kind(), doubt.location().line(), doubt.message());
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            files.recordText(files.name(file), text);
            return text;
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException | InvalidPathException e) {
            return refuse(name, about, Problem.Kind.UNREADABLE, 0, "cannot be read: " + e.getMessage());
        }
    }

    /** A file that cannot be examined may be a configuration that matters. */
    private static boolean isFile(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).isRegularFile();
        } catch (AccessDeniedException e) {
            throw e;
        } catch (IOException e) {
            // For example, a file in the place of its folder.
            return false;
        }
    }

    private String named(String name) {
        try {
            return files.name(path.resolve(name));
        } catch (InvalidPathException e) {
            return name;
        }
    }

    /** Returns the fallback text. */
    private String refuse(String name, @Nullable String about, Problem.Kind kind, int line, String message) {
        String named = named(name);
        String last = files.last(named);
        refuse(named, about, List.of(new Problem(new Location(named, line), kind, message)), last);
        return last == null ? "" : last;
    }

    private void refuse(String named, @Nullable String about, List<Problem> problems, @Nullable String last) {
        if (last != null) {
            files.recordRefusal(named, problems, ConfigFault.Effect.LAST_TEXT);
            files.recordText(named, last);
        } else if (about == null) {
            files.recordRefusal(named, problems, ConfigFault.Effect.EXCLUDED);
        } else {
            files.recordRefusal(named, problems, ConfigFault.Effect.HELD_BACK);
            unreadable.put(about, named);
        }
    }

    /**
     * Reports a fault of a text at the file that contains it, the named one first; at the named one if none contains
     * it.
     */
    public void reportBadPattern(String name, String text, String message) {
        String file = texts.keySet().stream()
                .sorted(Comparator.comparing((String each) -> !each.equals(name))
                        .thenComparing(Function.identity()))
                .filter(each -> line(each, text) > 0)
                .findFirst()
                .orElse(name);
        String named = named(file);
        files.recordBadPattern(named, new Problem(new Location(named, line(file, text)), Problem.Kind.VALUE, message));
    }

    /** Returns the first line of a file that contains a text, escaped or not; 0 for none. */
    private int line(String name, String text) {
        List<String> lines = text(name).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)
                    || lines.get(i).replace("\\\\", "\\").contains(text)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Returns the size of a file in bytes; 0 if it does not exist. */
    long size(String name) {
        return path.resolve(name).toFile().length();
    }

    /**
     * Returns the fields of a YAML, TOML or JSON file that may hold articles back. Reports an invalid file, and returns
     * its last valid fields; none if unknown.
     */
    public Mapping fields(String name) {
        return valid(name, WHOLE, parser()::mapping, Mapping.empty(1));
    }

    /** Returns a part of the configuration, which may be a list. */
    Node part(String name) {
        return valid(name, WHOLE, parser()::whole, Mapping.empty(1));
    }

    /**
     * Returns the fields of a file about some articles, in the form of {@link UnreadableConfigurations}; none if it is no mapping.
     */
    Mapping fields(String name, String about) {
        return fieldsOf(valid(name, about, parser()::whole, Mapping.empty(1)));
    }

    /** Returns the fields of a file that never holds articles back, such as names of people. */
    public Mapping table(String name) {
        return fieldsOf(node(name));
    }

    /** Returns the content of a file that may be a list. */
    Node node(String name) {
        return valid(name, null, parser()::whole, Mapping.empty(1));
    }

    static Mapping fieldsOf(Node node) {
        return node instanceof Mapping fields ? fields : Mapping.empty(node.line());
    }

    /** Returns the front matter of a page about all files in its folder; none if it does not exist. */
    public Mapping header(String name) {
        return valid(name, name.substring(0, name.lastIndexOf('/') + 1), ConfigurationParser::header, Mapping.empty(1));
    }

    private ConfigurationParser parser() {
        return new ConfigurationParser(limits().fileBytes());
    }

    private <T> T valid(String name, @Nullable String about, BiFunction<String, String, Parsed<T>> parser, T nothing) {
        String text = text(name, about);
        String named = named(name);
        Parsed<T> parsed = parser.apply(named, text);
        if (parsed instanceof Parsed.Read<T> valid) {
            return valid.value();
        }
        String last = files.last(named);
        if (last != null && parser.apply(named, last) instanceof Parsed.Read<T> before) {
            refuse(named, about, parsed.problems(), last);
            texts.put(name, last);
            return before.value();
        }
        refuse(named, about, parsed.problems(), null);
        return nothing;
    }

    /**
     * Returns the text of a configuration as {@link #text} does, and for an invalid one its last valid text, from which
     * the generator is recognised.
     */
    public String validText(String name) {
        fields(name);
        return text(name);
    }

    /**
     * Returns paths of files below a folder whose names match, in order; skips hidden folders and installed packages.
     */
    public List<String> files(String folder, Predicate<String> wanted) {
        return new FileLister(path, files).of(folder, wanted);
    }

    /** Returns the configuration in the first of these files that exists, from plain data or program literals. */
    public Config config(String... names) {
        String file = first(names);
        if (file == null) {
            return Config.NONE;
        }
        return file.matches(".+\\.(ya?ml|toml|json)") ? Config.of(file, fields(file)) : Literals.read(file, text(file));
    }

    /** Returns the packages that the site's {@code package.json} names; none if there is no such file. */
    public PackageJson packageJson() {
        return new PackageJson(text("package.json"));
    }
}
