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

/** Apple's list of podcast categories; directories accept only its exact spelling. */
final class PodcastTopics {
    private static final String FILE = "apple-categories.txt";
    private static final String WITHIN = " > ";

    private final Map<String, Topic> byName = new LinkedHashMap<>();

    /** Loads the list from the jar. */
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

    /** A category or subcategory, such as {@code Arts > Books}; null if it is not in the list. */
    @Nullable
    Topic find(String written) {
        return byName.get(written.strip().replaceAll("\\s*>\\s*", WITHIN));
    }

    /** The category with the most similar spelling; a subcategory also by its own name alone. */
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
