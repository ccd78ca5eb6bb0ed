package dev.feedmill.http.wire;

import dev.feedmill.TestApp;
import dev.feedmill.http.TwoWays;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A few articles, served with and without the fast path, for which every document has been asked in every coding. */
final class WarmSite implements AutoCloseable {
    static final List<String> PATHS = List.of(
            "/feed.rss",
            "/feed.atom",
            "/feed.json",
            "/",
            "/feeds.opml",
            "/articles/first",
            "/categories/Plain.rss",
            "/files/plum.png",
            "/files/plum.svg",
            "/files/plum.mp3");

    private static final Pattern TAG = Pattern.compile("ETag: (\"[^\"]*\")");
    private static final Pattern WANTED = Pattern.compile("\\{tags ([^}]*)\\}");

    private final TwoWays ways;
    private final Map<String, String> tags = new HashMap<>();

    WarmSite(Path folder) throws Exception {
        TestApp.write(
                folder,
                "first.md",
                "---\ntitle: First\ndate: 2024-05-01\ncategories: Plain\n---\n\n![](plum.png) ![](plum.svg) [](plum.mp3) "
                        + "Text. ".repeat(2_000));
        TestApp.write(folder, "plum.png", "bytes".repeat(10_000));
        TestApp.write(folder, "plum.mp3", "bytes".repeat(40_000));
        TestApp.write(folder, "plum.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        TestApp.write(folder, "second.md", "---\ntitle: 第二\ndate: 2024-06-01\ncategories: Plain\n---\n\nText.\n");
        ways = new TwoWays(folder);
        for (String path : PATHS) {
            tags.put(path, String.join(", ", ask(path)));
        }
    }

    private List<String> ask(String path) throws IOException {
        List<String> found = new ArrayList<>();
        for (String coding : List.of("identity", "gzip", "br")) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: a\r\nAccept-Encoding: " + coding + "\r\n\r\n";
            Matcher tag = TAG.matcher(cached(request));
            if (!tag.find()) {
                throw new IllegalStateException(path + " has no tag");
            }
            found.add(tag.group(1));
        }
        return found;
    }

    /** Asks again until the answer is from cache: some documents get there only when they are asked for again. */
    private String cached(String request) throws IOException {
        for (int i = 0; i < 100; i++) {
            long before = ways.ready().answered();
            String answer = ways.byFastPath(request);
            if (ways.ready().answered() > before) {
                return answer;
            }
        }
        throw new IllegalStateException("never answered from cache: " + request);
    }

    TwoWays ways() {
        return ways;
    }

    /** The entity tags of a path, one for each coding. */
    String tags(String path) {
        return tags.getOrDefault(path, "");
    }

    /** The request with the entity tags of a path where they are wanted: {@code {tags /path}}. */
    String withTags(String request) {
        return WANTED.matcher(request).replaceAll(found -> Matcher.quoteReplacement(tags(found.group(1))));
    }

    @Override
    public void close() {
        ways.close();
    }
}
