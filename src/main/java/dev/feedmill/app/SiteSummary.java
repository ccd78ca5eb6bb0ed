package dev.feedmill.app;

import dev.feedmill.dialect.Sites;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.rule.FeedPath;
import dev.feedmill.web.PercentCoding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the configurations in the folder say of the whole site. Its text is stored for servers that do not see the folder. */
public record SiteSummary(SiteFacts facts, List<FeedPath> feedPaths) {
    private static final String FEED = "feed";

    public SiteSummary {
        feedPaths = List.copyOf(feedPaths);
    }

    public static SiteSummary of(Sites sites) {
        return new SiteSummary(sites.facts(), sites.feedPaths());
    }

    /** One line for each fact and feed path: what it is, and its percent-encoded values. */
    String text() {
        List<String> lines = new ArrayList<>();
        add(lines, "title", facts.title());
        add(lines, "description", facts.description());
        add(lines, "author", facts.author());
        add(lines, "language", facts.language());
        add(lines, "zone", facts.zone());
        add(lines, "home", facts.home());
        feedPaths.forEach(path -> lines.add(FEED + " " + path.format() + " " + PercentCoding.encode(path.path())));
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String name, @Nullable Object value) {
        if (value != null) {
            lines.add(name + " " + PercentCoding.encode(value.toString()));
        }
    }

    /** Reads a stored text; what it does not say is unknown. */
    static SiteSummary read(@Nullable String text) {
        Map<String, String> facts = new HashMap<>();
        List<FeedPath> paths = new ArrayList<>();
        for (String line : Objects.requireNonNullElse(text, "").split("\n", -1)) {
            String[] parts = line.split(" ", -1);
            String value = Objects.requireNonNullElse(PercentCoding.decode(parts[parts.length - 1]), "");
            if (parts.length == 3 && parts[0].equals(FEED)) {
                paths.add(new FeedPath(value, parts[1]));
            } else if (parts.length == 2) {
                facts.put(parts[0], value);
            }
        }
        return new SiteSummary(
                new SiteFacts(
                        facts.get("title"),
                        facts.get("description"),
                        facts.get("author"),
                        facts.get("language"),
                        SiteFacts.zone(facts.get("zone")),
                        facts.get("home")),
                paths);
    }
}
