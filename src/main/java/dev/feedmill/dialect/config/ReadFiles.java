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
import java.util.zip.CRC32;

/** The files that configurations were looked for in, with what they were like then. */
public final class ReadFiles {
    private static final String ABSENT = "";

    private final Map<Path, String> stamps = new TreeMap<>();
    private final Map<String, Long> contents = new TreeMap<>();
    private final Set<Problem> problems = new LinkedHashSet<>();

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

    /** What is wrong with those that could not be read: nothing of what they say counts. */
    public List<Problem> problems() {
        return List.copyOf(problems);
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
