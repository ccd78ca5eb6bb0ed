package dev.feedmill.history;

import dev.feedmill.feed.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A reader that asks without a pause while things happen: each article is in each answer exactly once. */
final class Poller implements AutoCloseable {
    private static final String ALL = "/latest?limit=100&fields=id,title";
    private static final List<String> PATHS = List.of(ALL, "/feed.json", ALL, "/feed.atom", ALL, "/feed.rss");

    private final Server server;
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::poll, "poller");
    private volatile boolean stopped;
    private volatile @Nullable Throwable fault;

    /** @param whole whether it was of all articles, not of the newest */
    private record Answer(String path, boolean whole, Map<String, Long> birds) {}

    Poller(Server server) {
        this.server = server;
        thread.start();
    }

    private void poll() {
        try {
            for (int i = 0; !stopped; i++) {
                String path = PATHS.get(i % PATHS.size());
                HttpResponse<byte[]> response = server.get(path);
                if (response.statusCode() != 200) {
                    throw new AssertionError(path + " is answered " + response.statusCode() + " "
                            + response.headers().firstValue("Location").orElse(""));
                }
                byte[] body = response.body();
                boolean whole = path.equals(ALL);
                answers.add(new Answer(path, whole, whole ? birds(body) : birds(FeedDocument.of(path, body))));
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            fault = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Long> birds(FeedDocument feed) {
        return feed.byId().values().stream()
                .collect(Collectors.groupingBy(entry -> Post.bird(entry.title()), Collectors.counting()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Long> birds(byte[] latest) {
        List<Map<String, String>> items = (List<Map<String, String>>)
                Objects.requireNonNull(Json.read(latest).get("items"));
        List<String> ids = new ArrayList<>();
        Map<String, Long> birds = new HashMap<>();
        for (Map<String, String> item : items) {
            String id = item.getOrDefault("id", "");
            if (ids.contains(id)) {
                throw new AssertionError("an article stands twice in one answer: " + item);
            }
            ids.add(id);
            birds.merge(Post.bird(item.getOrDefault("title", "")), 1L, Long::sum);
        }
        return birds;
    }

    /**
     * Stops, and looks at all answers.
     *
     * @param steady birds that had just one visible article all the time
     */
    void expectOnce(Set<String> steady) {
        close();
        Throwable seen = fault;
        if (seen != null) {
            throw new AssertionError("while things happened: " + seen.getMessage(), seen);
        }
        for (Answer answer : answers) {
            for (String bird : steady) {
                long times = answer.birds().getOrDefault(bird, 0L);
                Promise.ONCE_IN_EACH_ANSWER.expect(
                        "one of " + answers.size() + " answers of " + answer.path() + " while things happened",
                        times == 1 || (times == 0 && !answer.whole()),
                        bird + " once",
                        times + " times");
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
