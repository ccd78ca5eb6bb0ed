package dev.feedmill.http.feeds;

import dev.feedmill.address.Format;
import dev.feedmill.article.AliasPath;
import dev.feedmill.http.message.OldFeedPath;
import dev.feedmill.library.Library;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Term;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Maps addresses of feeds of another program to feeds here. */
public final class OldFeeds {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(category|tag|author)}");
    private static final Map<String, String> NAMES = Map.of("category", "(.+)", "tag", "([^/]+)", "author", "([^/]+)");

    private final Library library;
    private final List<Rule> rules;

    /** @param kind null if the path is that of one feed */
    private record Rule(Pattern path, Term.@Nullable Kind kind, String target) {}

    public OldFeeds(Library library, List<OldFeedPath> paths) {
        this.library = library;
        this.rules = paths.stream().map(OldFeeds::rule).toList();
    }

    private static Rule rule(OldFeedPath old) {
        Matcher placeholder = PLACEHOLDER.matcher(old.path());
        if (!placeholder.find()) {
            return new Rule(Pattern.compile(Pattern.quote(AliasPath.of(old.path()))), null, old.target());
        }
        String before = "/" + old.path().substring(0, placeholder.start());
        String after = old.path().substring(placeholder.end());
        return new Rule(
                Pattern.compile(Pattern.quote(before) + NAMES.get(placeholder.group(1)) + Pattern.quote(after)),
                Term.Kind.valueOf(placeholder.group(1).toUpperCase(Locale.ROOT)),
                old.target());
    }

    /** Path and query of the feed, with a leading slash; null if the address is not that of a feed. */
    @Nullable
    String at(String address) {
        String path = AliasPath.of(address);
        for (Rule rule : rules) {
            Matcher found = rule.path().matcher(path);
            String feed = !found.matches()
                    ? null
                    : rule.kind() == null ? "/" + rule.target() : feed(rule.kind(), found.group(1), rule.target());
            if (feed != null) {
                return feed;
            }
        }
        return null;
    }

    private @Nullable String feed(Term.Kind kind, String name, String format) {
        Resolution<Term> lookup = library.terms().find(kind, List.of(name.split("/", -1)));
        Term term = lookup instanceof Resolution.Found<Term> found
                ? found.value()
                : lookup instanceof Resolution.Moved<Term> moved ? moved.value() : null;
        return term == null
                ? null
                : term.channel()
                        .feed(Format.valueOf(format.toUpperCase(Locale.ROOT)))
                        .rooted();
    }
}
