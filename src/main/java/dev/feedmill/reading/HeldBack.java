package dev.feedmill.reading;

import dev.feedmill.dialect.Site;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what keeps an article from being public: in any dialect the key or folder of every other counts too, since a feed
 * cannot be called back.
 */
final class HeldBack {
    private static final List<String> YES = List.of(
            "draft",
            "private",
            "unlisted",
            "hidden",
            "hide",
            "eleventyexcludefromcollections",
            "excludefromfeed",
            "excludefromrss",
            "hiddeninrss",
            "hidefromrss",
            "hidefromfeed",
            "disablefeed",
            "norss",
            "nofeed",
            "rsshidden",
            "feedhidden");
    private static final List<String> NO = List.of(
            "published",
            "publish",
            "public",
            "listed",
            "render",
            "rss",
            "feed",
            "rssfeed",
            "inrss",
            "infeed",
            "permalink",
            "article",
            "build.render",
            "build.list");
    private static final List<String> STATES = List.of("status", "visibility", "state");
    private static final List<String> LISTS = List.of("build.list", "build.render", "build.publishresources");
    private static final List<String> ENDS = List.of("expirydate", "unpublishdate", "expires", "expireson", "expiry");

    private static final Set<String> TRUE = Set.of("true", "yes", "on", "y", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "off", "n", "0");
    private static final Set<String> HELD =
            Set.of("draft", "private", "pending", "unpublished", "trash", "hidden", "unlisted", "archived", "skip");
    private static final Set<String> NEVER = Set.of("never", "false", "local", "link");

    private final FrontMatter front;
    private final Site site;
    private final ReadingRules rules;
    private final Dates dates;

    HeldBack(FrontMatter front, Site site, ReadingRules rules, Dates dates) {
        this.front = front;
        this.site = site;
        this.rules = rules;
        this.dates = dates;
    }

    /** What holds the article at a path back, for people; null for nothing. */
    @Nullable
    String by(String path, Instant now) {
        for (String folder : path.split("/", -1)) {
            if (rules.draftFolders().contains(folder)) {
                return "the folder '" + folder + "'";
            }
        }
        if (site.isDraft(path)) {
            return "its folder";
        }
        String key = key(now);
        return key == null ? null : "'" + key + ": " + front.text(key) + "'";
    }

    private @Nullable String key(Instant now) {
        String key = first(YES, TRUE);
        key = key == null ? first(NO, FALSE) : key;
        key = key == null ? first(STATES, HELD) : key;
        key = key == null ? first(LISTS, NEVER) : key;
        key = key == null && front.text("password") != null ? "password" : key;
        return key == null ? expired(now) : key;
    }

    private @Nullable String first(List<String> keys, Set<String> words) {
        for (String key : keys) {
            String written = front.text(key);
            if (written != null && words.contains(written.strip().toLowerCase(Locale.ROOT))) {
                return key;
            }
        }
        return null;
    }

    private @Nullable String expired(Instant now) {
        Instant end = end();
        return end == null || end.isAfter(now)
                ? null
                : ENDS.stream()
                        .filter(key -> front.text(key) != null)
                        .findFirst()
                        .orElse(null);
    }

    /** When the article ceases to be public; null for never. */
    @Nullable
    Instant end() {
        for (String key : ENDS) {
            String written = front.text(key);
            Instant at = written == null ? null : dates.parse(written);
            if (at != null) {
                return at;
            }
        }
        return null;
    }
}
