package dev.feedmill.browser;

import dev.feedmill.TestApp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same articles served once in each language of the pages' own words. */
final class Site implements AutoCloseable {
    static final List<String> LANGUAGES = List.of("en", "zh");

    private final Pictures pictures;
    private final Map<String, TestApp> apps = new LinkedHashMap<>();

    private Site(Pictures pictures) {
        this.pictures = pictures;
    }

    static Site start(Path folder) throws Exception {
        Site site = new Site(Pictures.start());
        Exhibits.hang(folder, site.pictures);
        for (String language : LANGUAGES) {
            site.apps.put(
                    language,
                    TestApp.start(
                            folder,
                            Map.of(
                                    "site.language",
                                    language,
                                    "site.title",
                                    language.equals("zh") ? "一个订阅站" : "A site of feeds",
                                    "library.data",
                                    folder.resolve("data-" + language).toString(),
                                    "server.unconditional-gets",
                                    "0")));
            site.in(language).awaitWords();
        }
        return site;
    }

    TestApp in(String language) {
        TestApp app = apps.get(language);
        if (app == null) {
            throw new IllegalArgumentException("served in " + apps.keySet() + ", not in " + language);
        }
        return app;
    }

    String url(String language, String path) {
        TestApp app = in(language);
        return "http://127.0.0.1:" + (path.equals(PageKind.STATUS.path()) ? app.operatorPort() : app.port()) + path;
    }

    /** The page as it is sent to a browser. */
    byte[] bytes(String language, String path) throws IOException, InterruptedException {
        return in(language).get(path, "Accept", "text/html").body();
    }

    @Override
    public void close() {
        apps.values().forEach(TestApp::close);
        pictures.close();
    }
}
