package dev.feedmill.reading.episode;

import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.dialect.rule.EpisodeKeys.About;
import dev.feedmill.html.allowed.LinkBase;
import dev.feedmill.html.allowed.WebUrl;
import dev.feedmill.media.MediaFile;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.header.Report;
import dev.feedmill.reading.link.AttachmentFinder;
import dev.feedmill.web.PercentCoding;
import dev.feedmill.web.ServerUrl;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Locates the files that front matter names. */
public final class EpisodeFileFinder {
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)(?:https?:)?//.+");
    private static final Pattern NAMED = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]*:)?//[^/?#]*@.*");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    private final @Nullable AttachmentFinder finder;
    private final GeneratorSite site;
    private final LinkBase base;
    private final boolean livesHere;
    private final int maxUrlLength;
    private final @Nullable String before;
    private final Report report;

    /**
     * Creates a locator for one article.
     *
     * @param finder null if there is no folder to search
     * @param base for the article's relative addresses
     * @param livesHere whether a file that is not in the folder does not exist
     */
    public EpisodeFileFinder(
            @Nullable AttachmentFinder finder,
            GeneratorSite site,
            FrontMatter front,
            LinkBase base,
            boolean livesHere,
            int maxUrlLength,
            Report report) {
        this.report = report;
        this.finder = finder;
        this.site = site;
        this.base = base;
        this.livesHere = livesHere && finder != null;
        this.maxUrlLength = maxUrlLength;
        this.before = site.episodeKeys().about(About.BEFORE).stream()
                .flatMap(key -> before(site.value(key), front.text(key)))
                .map(text -> text.endsWith("/") ? text : text + "/")
                .findFirst()
                .orElse(null);
    }

    /** Returns the prefixes under one key: in front matter an address, in a configuration a path of the site too. */
    private static Stream<String> before(@Nullable String inConfiguration, @Nullable String inFrontMatter) {
        return Stream.concat(
                Stream.ofNullable(inConfiguration)
                        .filter(text -> ELSEWHERE.matcher(text).matches()
                                || !(text.isBlank() || SCHEME.matcher(text).matches())),
                Stream.ofNullable(inFrontMatter)
                        .filter(text -> ELSEWHERE.matcher(text).matches()));
    }

    /**
     * The location of a file.
     *
     * @param url absolute, with {@link ServerUrl#URL} for this server's own address
     * @param file null if it is not in the folder
     */
    record Place(String url, @Nullable MediaFile file) {}

    /** Locates a file; reports one that does not exist, and returns null. */
    @Nullable
    Place find(String written, int line) {
        Place place = find(written);
        if (place == null) {
            report.add(line, Kind.URL, fault(written));
        }
        return place;
    }

    private String fault(String written) {
        if (NAMED.matcher(written).matches()) {
            return "an address must not hold a name or a password before its host";
        }
        boolean isAddress =
                ELSEWHERE.matcher(written).matches() || SCHEME.matcher(written).matches();
        return isAddress || finder == null
                ? "a file must be a path or an address such as https://example.org/a.mp3, not '" + written + "'"
                : finder.fault(written, written);
    }

    private @Nullable Place find(String written) {
        if (ELSEWHERE.matcher(written).matches()) {
            return place(ServerUrl.URL, written, null);
        }
        if (SCHEME.matcher(written).matches()) {
            return null;
        }
        boolean isBare = !written.startsWith("/") && !written.startsWith(".");
        String prefix = before == null || !isBare ? "" : before;
        if (ELSEWHERE.matcher(prefix).matches()) {
            return place(prefix, written, inFolder(written));
        }
        MediaFile prefixed = inFolder(prefix + written);
        MediaFile file = prefixed == null ? inFolder(written) : prefixed;
        if (!livesHere) {
            return place(base.pictures(), prefix + written, file);
        }
        return file == null ? null : new Place(AttachmentFinder.address(file), file);
    }

    private @Nullable MediaFile inFolder(String written) {
        return finder == null ? null : finder.find(written, site.episodeFolders());
    }

    /** Returns the file that is served here at this address; null for any other. */
    @Nullable
    MediaFile at(String url) {
        return finder == null ? null : finder.at(url);
    }

    private @Nullable Place place(String start, String written, @Nullable MediaFile file) {
        boolean isName = written.indexOf('%') < 0 && !ELSEWHERE.matcher(written).matches();
        String name = isName && written.matches(".*[?#].*") ? PercentCoding.encodePath(written) : written;
        String url = WebUrl.absolute(start, name, maxUrlLength);
        return url == null ? null : new Place(url, file);
    }
}
