package dev.feedmill.dialect.exclude;

import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.exclude.PatternKey.Sense;
import dev.feedmill.filter.BadPatternException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The exclusions of a site. Thread-safe. */
public final class Exclusions {
    /** No exclusions. */
    public static final Exclusions NONE = new Exclusions("", List.of());

    private final String source;
    private final List<Rule> rules;

    private record Rule(PatternKey key, Predicate<String> matches) {
        boolean isFor(String path) {
            return key.folder().isEmpty() || path.startsWith(key.folder() + "/");
        }

        boolean matches(String path) {
            return matches.test(
                    key.folder().isEmpty() ? path : path.substring(key.folder().length() + 1));
        }
    }

    private Exclusions(String source, List<Rule> rules) {
        this.source = source;
        this.rules = rules;
    }

    /**
     * Reads the patterns of a configuration; the first that matches a file decides. It is unknown what an unreadable
     * pattern excludes, so that no file in its scope is an article.
     */
    public static Exclusions read(SiteFolder site, Config config, List<PatternKey> keys) {
        List<Rule> rules = new ArrayList<>();
        for (PatternKey key : keys) {
            if (!key.patterns().isEmpty()) {
                rules.add(new Rule(
                        key,
                        key.patterns().stream()
                                .map(pattern -> matches(site, config, key, pattern))
                                .reduce(path -> false, Predicate::or)));
            }
        }
        return rules.isEmpty() ? NONE : new Exclusions(config.source(), List.copyOf(rules));
    }

    private static Predicate<String> matches(SiteFolder site, Config config, PatternKey key, String pattern) {
        try {
            return key.syntax().read(key.key(), pattern);
        } catch (BadPatternException e) {
            site.reportBadPattern(config.source(), pattern, String.valueOf(e.getMessage()));
            return path -> key.sense() == Sense.EXCLUDE;
        }
    }

    /** Returns whether a file is excluded. */
    public boolean exclude(String path) {
        return rule(path) != null;
    }

    /**
     * Returns the configured reason of an exclusion, for messages; null if there is none, or if it is the generator's
     * default.
     */
    public @Nullable String reason(String path) {
        Rule rule = rule(path);
        return rule == null || rule.key().key().isEmpty()
                ? null
                : "'" + rule.key().key() + "'" + (source.isEmpty() ? "" : " in " + source);
    }

    private @Nullable Rule rule(String path) {
        for (Rule rule : rules) {
            if (rule.isFor(path)) {
                boolean matches = rule.matches(path);
                if (rule.key().sense() == Sense.KEEP && matches) {
                    return null;
                }
                if (rule.key().sense() == (matches ? Sense.EXCLUDE : Sense.INCLUDE_ONLY)) {
                    return rule;
                }
            }
        }
        return null;
    }
}
