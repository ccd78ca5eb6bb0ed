package dev.feedmill.http;

import dev.feedmill.TestApp;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server over three articles, one of them a draft. */
final class Seeded {
    static final List<String> PATHS = List.of(
            "/feed.rss",
            "/feed.atom",
            "/feed.json",
            "/feeds.opml",
            "/latest",
            "/",
            "/articles/first",
            "/categories/%E9%87%91%E8%9E%8D.rss",
            "/categories/Plain");

    private Seeded() {}

    static TestApp start(Path folder) throws Exception {
        TestApp.write(
                folder,
                "first.md",
                "---\ntitle: 第一\ndate: 2024-05-01 10:00:00\nupdated: 2024-05-02\ncategories: [金融, 新浪财经－國內]\n"
                        + "tags: [C++, 'a/b & c?', Node.js, data.json]\nauthor: Ann O’Neil\n---\n\nHello *there*.\n");
        TestApp.write(folder, "second.md", "---\ntitle: Second\ndate: 2024-06-01\ncategories: Plain\n---\n\nText.\n");
        TestApp.write(
                folder, "draft.md", "---\ntitle: Secret\ndate: 2024-06-01\ndraft: true\ntags: [hush]\n---\n\nText.\n");
        return TestApp.start(folder, Map.of("server.unconditional-gets", "0"));
    }
}
