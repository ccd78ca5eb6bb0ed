package dev.feedmill.dialect.config;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The configuration files that were looked up, with their stamps and texts. */
public final class ConfigurationFiles {
    private static final String ABSENT = "";

    private final Path folder;
    private final LastValidConfigurations last;
    private final SiteLimits limits;
    private final Map<Path, String> stamps = new TreeMap<>();
    private final Map<String, Long> contents = new TreeMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private final Set<ConfigFault> faults = new LinkedHashSet<>();
    private final Map<String, Problem> badPatterns = new TreeMap<>();
    private final Map<String, Problem> withdrawn = new TreeMap<>();

    /** Creates an empty record without earlier texts. */
    public ConfigurationFiles() {
        this(Path.of(""), LastValidConfigurations.NONE, SiteLimits.DEFAULTS);
    }

    /**
     * Creates an empty record.
     *
     * @param folder that file names are relative to
     * @param last their earlier texts
     */
    public ConfigurationFiles(Path folder, LastValidConfigurations last, SiteLimits limits) {
        this.limits = limits;
        this.folder = folder;
        this.last = last;
    }

    /** Returns an empty record with the same earlier texts. */
    public ConfigurationFiles emptyCopy() {
        return new ConfigurationFiles(folder, last, limits);
    }

    SiteLimits limits() {
        return limits;
    }

    /**
     * Records that a limit was reached.
     *
     * @param place a file or a folder
     * @param message what it must not have more of
     * @param setting of the limit
     */
    void recordLimit(Path place, String message, String setting) {
        String named = name(place);
        Location at = Location.of(named.isEmpty() ? "." : named);
        Problem problem = new Problem(at, Problem.Kind.LIMIT, message + " ('" + setting + "' says how much it may)");
        faults.add(new ConfigFault(problem, ConfigFault.Effect.BEYOND));
    }

    /** Returns the name of a file, as problems and the stored texts use it. */
    String name(Path file) {
        Path named = file.isAbsolute() == folder.isAbsolute() ? folder.relativize(file.normalize()) : file;
        return named.toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    void recordAccess(Path file) {
        stamps.computeIfAbsent(file, ConfigurationFiles::stamp);
    }

    /** Records the text in effect of the file of this name. */
    void recordText(String name, String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        contents.put(name, sum.getValue());
        texts.put(name, text);
    }

    /** Returns the last valid text of the file of this name; null if it could never be read. */
    @Nullable
    String last(String name) {
        return last.of(name);
    }

    /** Records why a file could not be read. */
    void recordRefusal(String name, List<Problem> found, ConfigFault.Effect effect) {
        texts.remove(name);
        found.forEach(problem -> faults.add(new ConfigFault(problem, effect)));
    }

    /** Records a bad pattern in a readable file of this name: it is unknown what it excludes. */
    void recordBadPattern(String name, Problem found) {
        texts.remove(name);
        badPatterns.putIfAbsent(name, found);
        faults.add(new ConfigFault(found, ConfigFault.Effect.PATTERN));
    }

    /**
     * Returns an empty record in which files with bad patterns have their earlier texts; null if there are no such
     * files.
     */
    public @Nullable ConfigurationFiles withEarlierTexts() {
        ConfigurationFiles others = emptyCopy();
        badPatterns.forEach((name, problem) -> {
            if (last(name) != null) {
                others.withdrawn.put(name, problem);
            }
        });
        return others.withdrawn.isEmpty() ? null : others;
    }

    /** Returns why a readable file must not be used; null if it may be used. */
    @Nullable
    Problem refusalReason(String name) {
        return withdrawn.get(name);
    }

    /** Returns the faults of unreadable files, and of patterns in others. */
    public List<ConfigFault> faults() {
        return List.copyOf(faults);
    }

    /** Returns and clears the texts in effect, by name, to be stored. */
    public Map<String, String> takeTexts() {
        Map<String, String> taken = Map.copyOf(texts);
        texts.clear();
        return taken;
    }

    /** Returns the stamps of the files when they were looked up. */
    public List<String> stamps() {
        return List.copyOf(stamps.values());
    }

    /** Returns the current stamps of the files. */
    public List<String> stampsNow() {
        return stamps.keySet().stream().map(ConfigurationFiles::stamp).toList();
    }

    /** Returns a digest, equal for equal names and contents. */
    public String digest() {
        CRC32 sum = new CRC32();
        contents.forEach((name, content) -> sum.update((name + " " + content + "\n").getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(sum.getValue());
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile() ? attributes.lastModifiedTime() + " " + attributes.size() : ABSENT;
        } catch (IOException e) {
            return ABSENT;
        }
    }
}
