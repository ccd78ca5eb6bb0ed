package dev.feedmill.dialect.rule;

import dev.feedmill.article.Visibility.Degree;
import dev.feedmill.yaml.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Front matter keys that hold an article back, and how far. A key of any generator or theme counts in every dialect,
 * because a published article cannot be recalled; a dialect only declares the keys that have another degree.
 */
public final class HoldRules {
    /**
     * Values for "true"; compared without white space and invisible characters, so that lookalike keys have the
     * same meaning.
     */
    private static final Set<String> YES = Set.of("true", "yes", "on", "y", "t", "1", "always", "\u662f");

    private static final Set<String> NO =
            Set.of("false", "no", "off", "n", "f", "0", "never", "none", "exclude", "disabled", "\u5426");
    private static final Set<String> NOT_OUT = Set.of(
            "draft",
            "autodraft",
            "private",
            "pending",
            "pendingreview",
            "inreview",
            "scheduled",
            "unpublished",
            "trash",
            "trashed",
            "deleted",
            "removed",
            "withdrawn",
            "retired",
            "archived",
            "skip",
            "inactive",
            "disabled",
            "offline",
            "internal",
            "confidential",
            "restricted",
            "protected",
            "embargoed",
            "members",
            "paid",
            "tiers",
            "subscribers");
    private static final Set<String> NOT_LISTED = Set.of("hidden", "unlisted");
    private static final Set<String> EVERYBODY =
            Set.of("public", "published", "listed", "visible", "shown", "everyone", "everybody", "all", "open", "");

    private record Rule(Predicate<String> words, Degree degree) {}

    /** The rules of every dialect. */
    public static final HoldRules COMMON = common();

    private final Map<String, List<Rule>> rules = new HashMap<>();

    private HoldRules() {}

    private static HoldRules common() {
        HoldRules rules = new HoldRules();
        rules.add(Degree.NOWHERE, word -> !NO.contains(word), "draft", "isdraft", "password", "encrypt", "encrypted");
        rules.add(
                Degree.NOWHERE,
                YES::contains,
                "private",
                "isprivate",
                "secret",
                "internal",
                "confidential",
                "unpublished",
                "nopublish",
                "wip",
                "ignore",
                "skip",
                "disabled",
                "deleted",
                "trash",
                // Hugo: neither a page nor a place in lists (gohugo.io/content-management/build-options).
                "headless");
        rules.add(
                Degree.NOWHERE,
                NO::contains,
                "published",
                "ispublished",
                "publish",
                "public",
                "ispublic",
                "routable",
                "enabled",
                // Zola and Hugo create no page; Eleventy writes none.
                "render",
                "permalink");
        rules.add(Degree.NOWHERE, word -> NO.contains(word) || word.equals("link"), "build.render");
        rules.add(
                Degree.PAGE_ONLY,
                YES::contains,
                "unlisted",
                "isunlisted",
                "hidden",
                "ishidden",
                "hide",
                "exclude",
                "excludefromlist",
                "excludefromlists",
                "excludefromcollections",
                "eleventyexcludefromcollections",
                "hidefromlist",
                "hidefromlists",
                "hideinlist");
        rules.add(
                Degree.PAGE_ONLY,
                NO::contains,
                "listed",
                "islisted",
                "list",
                "visible",
                "showinlist",
                "showinlists",
                // Themes of VuePress.
                "article");
        rules.add(Degree.PAGE_ONLY, word -> NO.contains(word) || word.equals("local"), "build.list");
        rules.add(
                Degree.NOT_IN_FEEDS,
                YES::contains,
                "excludefromfeed",
                "excludefromfeeds",
                "excludefromrss",
                "feedexclude",
                "rssexclude",
                "feed.exclude",
                "rss.exclude",
                "hiddeninrss",
                "hiddeninfeed",
                "hideinrss",
                "hideinfeed",
                "hidefromrss",
                "hidefromfeed",
                "hidefromfeeds",
                "feedhidden",
                "rsshidden",
                "disablefeed",
                "disablerss",
                "skipfeed",
                "skiprss",
                "nofeed",
                "norss");
        rules.add(
                Degree.NOT_IN_FEEDS,
                NO::contains,
                "rss",
                "feed",
                "feeds",
                "atom",
                "rssfeed",
                "inrss",
                "infeed",
                "infeeds",
                "showinrss",
                "showinfeed",
                "includeinrss",
                "includeinfeed",
                "feed.enable",
                "feed.enabled",
                "rss.enable",
                "rss.enabled");
        for (String key : List.of("status", "state", "poststatus", "publishstatus", "publicationstatus")) {
            rules.add(Degree.NOWHERE, NOT_OUT::contains, key);
            rules.add(Degree.PAGE_ONLY, NOT_LISTED::contains, key);
        }
        rules.add(
                Degree.NOWHERE,
                word -> !EVERYBODY.contains(word) && !NOT_LISTED.contains(word) && !YES.contains(word),
                "visibility");
        rules.add(Degree.PAGE_ONLY, NOT_LISTED::contains, "visibility");
        return rules;
    }

    private void add(Degree degree, Predicate<String> words, String... keys) {
        for (String key : keys) {
            rules.computeIfAbsent(key, k -> new ArrayList<>()).add(new Rule(words, degree));
        }
    }

    /** Returns a copy in which this degree applies if a value under a key is one of the words. */
    public HoldRules where(String key, Set<String> words, Degree degree) {
        HoldRules changed = new HoldRules();
        changed.rules.putAll(rules);
        List<Rule> own = new ArrayList<>(List.of(new Rule(words::contains, degree)));
        own.addAll(rules.getOrDefault(key, List.of()));
        changed.rules.put(key, own);
        return changed;
    }

    /**
     * Returns how far a value under a key holds an article back.
     *
     * @param key in the form of {@link Mapping#plain}, a dot before each nested name
     */
    public Degree degree(String key, String value) {
        List<Rule> known = rules.get(key);
        if (known == null) {
            return Degree.EVERYWHERE;
        }
        String word = Mapping.plain(value);
        return known.stream()
                .filter(rule -> rule.words().test(word))
                .map(Rule::degree)
                .findFirst()
                .orElse(Degree.EVERYWHERE);
    }

    /** Returns whether a key may hold an article back. */
    public boolean knows(String key) {
        return rules.containsKey(key);
    }

    /** Returns all keys that may hold an article back. */
    public Set<String> keys() {
        return Set.copyOf(rules.keySet());
    }
}
