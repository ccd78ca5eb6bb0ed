package dev.feedmill.config;

import dev.feedmill.address.Parameter;
import dev.feedmill.article.CategoryRule;
import dev.feedmill.article.Podcast;
import dev.feedmill.problem.Problem;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.setting.SettingValues;
import dev.feedmill.web.PercentCoding;
import dev.feedmill.yaml.Node;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parses the lists in the settings: feeds of selections, and rules for categories. */
final class Lists {
    static final String FEEDS = "feeds.named";
    static final String CATEGORIES = "categories";
    private static final String PODCAST = "podcast";

    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{M}\\p{N}_~-]+(\\.[\\p{L}\\p{M}\\p{N}_~-]+)*");
    private static final int MAX_PORT = 65_535;
    private static final int MAX_SEGMENT_LENGTH = 120;
    private static final Set<String> OF_FEEDS =
            new LinkedHashSet<>(List.of("name", "title", "description", "language", "image", "where", PODCAST));
    private static final Set<String> CONDITIONS =
            Parameter.of(Parameter.Use.WHICH, Parameter.Use.FILTER, Parameter.Use.HOW).stream()
                    .map(Parameter::toString)
                    .collect(Collectors.toCollection(TreeSet::new));
    private static final Set<String> OF_CATEGORIES = new LinkedHashSet<>(
            List.of("category", "name", "slug", "title", "description", "language", "image", "hidden", PODCAST));

    private Lists() {}

    static List<NamedSelection> feeds(String file, Node node, List<Problem> problems) {
        List<NamedSelection> feeds = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Entries.Entry entry : new Entries(file, FEEDS, OF_FEEDS, PODCAST, problems).read(node)) {
            String name = entry.text("name").strip();
            if (!isSegment(name)) {
                entry.fault("name", "must be letters, digits and hyphens, for its address");
            } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
                entry.fault("name", "must be its own");
            }
            Podcast podcast = PodcastReader.read(file, entry.node(PODCAST), problems);
            if (entry.text("where").isBlank() && podcast == null) {
                entry.fault("where", "must say which articles, such as category=Walks&not-tag=advert");
            }
            unknown(entry.text("where"))
                    .ifPresent(wrong -> entry.problem(
                            "where", "knows no condition '" + wrong + "'" + Nearest.suggestion(wrong, CONDITIONS)));
            String title = entry.line("title");
            feeds.add(new NamedSelection(
                    name,
                    title.isEmpty() ? name : title,
                    given(entry.line("description")),
                    given(language(entry)),
                    given(image(entry)),
                    entry.text("where").strip(),
                    podcast));
        }
        return feeds;
    }

    /** The first condition that there is not: ignored, it would let everything into the feed. */
    private static Optional<String> unknown(String where) {
        return Stream.of(where.strip().split("&"))
                .map(pair -> pair.replaceFirst("=.*$", ""))
                .filter(name -> !name.isBlank())
                .map(name -> Objects.requireNonNullElse(PercentCoding.decodeForm(name), name))
                .filter(name -> !CONDITIONS.contains(name))
                .findFirst();
    }

    static List<Settings.Category> categories(String file, Node node, List<Problem> problems) {
        List<Settings.Category> categories = new ArrayList<>();
        Set<String> named = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        for (Entries.Entry entry : new Entries(file, CATEGORIES, OF_CATEGORIES, PODCAST, problems).read(node)) {
            String category = entry.line("category");
            if (category.isEmpty()) {
                entry.fault("category", "must name one as articles do, with those above it, slashes between");
            } else if (!named.add(category)) {
                entry.fault("category", "must be named once");
            }
            String slug = entry.text("slug").strip();
            if (!slug.isEmpty() && !isSegment(slug)) {
                entry.fault("slug", "must be letters, digits and hyphens, for its address");
            }
            String address = category.substring(0, category.lastIndexOf('/') + 1) + slug;
            if (!slug.isEmpty() && !addresses.add(address.toLowerCase(Locale.ROOT))) {
                entry.fault("slug", "must be its own");
            }
            String name = entry.line("name");
            categories.add(new Settings.Category(
                    category,
                    name,
                    new CategoryRule(
                            renamed(category, name),
                            given(slug),
                            given(entry.line("title")),
                            given(entry.line("description")),
                            given(language(entry)),
                            given(image(entry)),
                            hidden(entry),
                            PodcastReader.read(file, entry.node(PODCAST), problems))));
        }
        return categories;
    }

    /** Names of a category after its renaming, if any. */
    private static List<String> renamed(String category, String name) {
        List<String> names = new ArrayList<>(List.of(category.split("/", -1)));
        if (!name.isEmpty()) {
            names.set(names.size() - 1, name);
        }
        return names;
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Whether it is a valid slug: unchanged by URL encoding, and without the extension of a feed. */
    private static boolean isSegment(String text) {
        return SEGMENT.matcher(text).matches()
                && text.codePointCount(0, text.length()) <= MAX_SEGMENT_LENGTH
                && !text.matches("(?i).*\\.(rss|atom|json)");
    }

    private static String language(Entries.Entry entry) {
        String language = entry.text("language").strip();
        if (!language.isEmpty() && !SettingValues.LANGUAGE.matcher(language).matches()) {
            entry.fault("language", "must be a language tag such as en or zh-CN");
        }
        return language;
    }

    private static String image(Entries.Entry entry) {
        String image = entry.text("image").strip();
        if (!image.isEmpty() && !isWebAddress(image)) {
            entry.fault("image", "must be the http or https address of a picture");
        }
        return image;
    }

    static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getPort() <= MAX_PORT
                    && (scheme.equals("http") || scheme.equals("https"));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean hidden(Entries.Entry entry) {
        String hidden = entry.text("hidden").strip().toLowerCase(Locale.ROOT);
        if (!Set.of("", "true", "false", "yes", "no").contains(hidden)) {
            entry.fault("hidden", "must be true or false");
        }
        return hidden.equals("true") || hidden.equals("yes");
    }
}
