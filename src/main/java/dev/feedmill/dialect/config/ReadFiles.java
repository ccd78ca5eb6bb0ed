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

/** The files that configurations were looked for in, with what they were like then and what they said. */
public final class ReadFiles {
    private static final String ABSENT = "";

    private final Path folder;
    private final LastTexts last;
    private final SiteLimits limits;
    private final Map<Path, String> stamps = new TreeMap<>();
    private final Map<String, Long> contents = new TreeMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private final Set<ConfigFault> faults = new LinkedHashSet<>();
    private final Map<String, Problem> doubts = new TreeMap<>();
    private final Map<String, Problem> given = new TreeMap<>();

    /** Without a memory. */
    public ReadFiles() {
        this(Path.of(""), LastTexts.NONE, SiteLimits.DEFAULTS);
    }

    /**
     * None yet.
     *
     * @param folder from which files are named
     * @param last what they said before
     */
    public ReadFiles(Path folder, LastTexts last, SiteLimits limits) {
        this.limits = limits;
        this.folder = folder;
        this.last = last;
    }

    /** None yet, with the same memory. */
    public ReadFiles another() {
        return new ReadFiles(folder, last, limits);
    }

    SiteLimits limits() {
        return limits;
    }

    /**
     * Notes that a limit was reached.
     *
     * @param place a file or a folder
     * @param message what it must not have more of
     * @param setting that says how much it may have
     */
    void reached(Path place, String message, String setting) {
        String named = name(place);
        Location at = Location.of(named.isEmpty() ? "." : named);
        Problem problem = new Problem(at, Problem.Kind.LIMIT, message + " ('" + setting + "' says how much it may)");
        faults.add(new ConfigFault(problem, ConfigFault.Effect.BEYOND));
    }

    /** As a file is named in problems, and remembered. */
    String name(Path file) {
        Path named = file.isAbsolute() == folder.isAbsolute() ? folder.relativize(file.normalize()) : file;
        return named.toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    void asked(Path file) {
        stamps.computeIfAbsent(file, ReadFiles::stamp);
    }

    /** What counts of the file of this name. */
    void read(String name, String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        contents.put(name, sum.getValue());
        texts.put(name, text);
    }

    /** What the file of this name said before; null where it could never be read. */
    @Nullable
    String last(String name) {
        return last.of(name);
    }

    /** What is wrong with a file that could not be read. */
    void refused(String name, List<Problem> found, ConfigFault.Effect effect) {
        texts.remove(name);
        found.forEach(problem -> faults.add(new ConfigFault(problem, effect)));
    }

    /** What is wrong with a pattern in a file of this name that could be read: nobody knows what it leaves out. */
    void doubted(String name, Problem found) {
        texts.remove(name);
        doubts.putIfAbsent(name, found);
        faults.add(new ConfigFault(found, ConfigFault.Effect.PATTERN));
    }

    /** None yet, with the same memory, where of files with doubtful patterns what they said before counts; null for none. */
    public @Nullable ReadFiles withoutDoubts() {
        ReadFiles others = another();
        doubts.forEach((name, problem) -> {
            if (last(name) != null) {
                others.given.put(name, problem);
            }
        });
        return others.given.isEmpty() ? null : others;
    }

    /** Why a file is not to be read although it could be; null where it is to be. */
    @Nullable
    Problem doubt(String name) {
        return given.get(name);
    }

    /** What is wrong with those that could not be read, and with patterns in others. */
    public List<ConfigFault> faults() {
        return List.copyOf(faults);
    }

    /** All that counts, by name, for those who remember it; the second time nothing. */
    public Map<String, String> takeTexts() {
        Map<String, String> taken = Map.copyOf(texts);
        texts.clear();
        return taken;
    }

    /** What they were like when they were asked for. */
    public List<String> stamps() {
        return List.copyOf(stamps.values());
    }

    /** What they are like now. */
    public List<String> stampsNow() {
        return stamps.keySet().stream().map(ReadFiles::stamp).toList();
    }

    /** Equal for equal names and contents. */
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
