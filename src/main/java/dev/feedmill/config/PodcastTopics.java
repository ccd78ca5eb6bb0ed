package dev.feedmill.config;

import dev.feedmill.article.Podcast.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Apple's list of the categories of podcasts, which directories take in exactly its spelling. */
final class PodcastTopics {
    private static final String FILE = "apple-categories.txt";
    private static final String WITHIN = " > ";

    private final Map<String, Topic> byName = new LinkedHashMap<>();

    /** Those of the list in the jar. */
    PodcastTopics() {
        try (InputStream in = PodcastTopics.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + FILE);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        String name = line.substring(0, colon);
        byName.put(name, new Topic(name, null));
        for (String narrower : line.substring(colon + 1).strip().split(", ", 0)) {
            if (!narrower.isEmpty()) {
                byName.put(name + WITHIN + narrower, new Topic(name, narrower));
            }
        }
    }

    /** A category, or one within it: {@code Arts > Books}; null for none of the list. */
    @Nullable
    Topic find(String written) {
        return byName.get(written.strip().replaceAll("\\s*>\\s*", WITHIN));
    }

    /** The one that is spelled most like this; within a category, where only that is written. */
    String nearest(String written) {
        String plain = written.strip().replaceAll("\\s*[>/]\\s*", WITHIN).replaceAll("(?i)\\s+and\\s+", " & ");
        for (String name : byName.keySet()) {
            if (name.equalsIgnoreCase(plain) || name.endsWith(WITHIN + plain)) {
                return name;
            }
        }
        return Nearest.to(plain, byName.keySet());
    }
}
