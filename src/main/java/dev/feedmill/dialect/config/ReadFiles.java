package dev.feedmill.dialect.config;

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
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The files that configurations were looked for in, with what they were like then. */
public final class ReadFiles {
    private static final String ABSENT = "";

    private final Map<Path, String> stamps = new TreeMap<>();
    private final Map<String, Long> contents = new TreeMap<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Problem> doubts = new LinkedHashSet<>();

    void asked(Path file) {
        stamps.computeIfAbsent(file, ReadFiles::stamp);
    }

    void read(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        contents.put(name, sum.getValue());
    }

    /** What is wrong with one that could not be read. */
    void refused(List<Problem> found) {
        problems.addAll(found);
    }

    /** What is wrong with a pattern of one that could be read: nobody knows what it leaves out. */
    void doubted(Problem found) {
        doubts.add(found);
    }

    /** What is wrong with those that could not be read, and with patterns in others. */
    public List<Problem> problems() {
        return Stream.concat(problems.stream(), doubts.stream()).toList();
    }

    /** The same, where nothing was known before, with what follows. */
    public List<Problem> consequences() {
        return Stream.concat(
                        problems.stream().map(problem -> with(problem, "nothing of this file counts")),
                        doubts.stream()
                                .map(problem -> with(
                                        problem, "no file that it may leave out is an article until it is mended")))
                .toList();
    }

    private static Problem with(Problem problem, String consequence) {
        return new Problem(problem.location(), problem.kind(), problem.message() + "; " + consequence);
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
