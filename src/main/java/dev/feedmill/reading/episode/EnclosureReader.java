package dev.feedmill.reading.episode;

import dev.feedmill.article.Enclosure;
import dev.feedmill.dialect.rule.EpisodeKeys;
import dev.feedmill.dialect.rule.EpisodeKeys.About;
import dev.feedmill.html.Sanitized;
import dev.feedmill.html.text.XmlText;
import dev.feedmill.media.MediaFile;
import dev.feedmill.media.PlayingTime;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.header.Report;
import dev.feedmill.reading.link.MediaNames;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import dev.feedmill.yaml.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reader of the enclosures that an article names in its front matter, else in its body. */
public final class EnclosureReader {
    private static final List<String> ADDRESSES =
            List.of("url", "src", "href", "file", "filename", "path", "link", "uri");

    /** WordPress's form: address, length and type. */
    private static final Pattern IN_ONE = Pattern.compile("(\\S+)\\s+(\\d+)\\s+(\\S+/\\S+)");

    private final FrontMatter front;
    private final EpisodeKeys keys;
    private final EpisodeFileFinder files;
    private final Report report;
    private final List<Enclosure> enclosures = new ArrayList<>();

    public EnclosureReader(FrontMatter front, EpisodeKeys keys, EpisodeFileFinder files, Report report) {
        this.front = front;
        this.keys = keys;
        this.files = files;
        this.report = report;
    }

    /**
     * Reads the enclosures of the article.
     *
     * @param inBody media that the body plays; used if front matter names none
     */
    public List<Enclosure> read(List<Sanitized.Played> inBody) {
        keys.about(About.ENCLOSURE).forEach(key -> read(front.ofTheme(key), true));
        keys.about(About.PLAYED).forEach(key -> read(front.ofTheme(key), false));
        if (enclosures.isEmpty()) {
            inBody.forEach(this::play);
        }
        return enclosures;
    }

    /**
     * Reads the enclosures of one key.
     *
     * @param any whether the key has no other use, so that any file it names is an enclosure
     */
    private void read(FrontMatter.@Nullable Found found, boolean any) {
        if (found != null) {
            List<Node> nodes = found.node() instanceof Sequence items ? items.items() : List.of(found.node());
            nodes.forEach(node -> read(new Source(found, any), node));
        }
    }

    private void read(Source source, Node node) {
        if (node instanceof Scalar text && !text.text().isBlank()) {
            Matcher inOne = IN_ONE.matcher(text.text().strip());
            if (inOne.matches()) {
                add(
                        source,
                        inOne.group(1),
                        new EnclosureDetails(front, keys, inOne.group(2), inOne.group(3)),
                        text.line());
            } else {
                add(
                        source,
                        text.text().strip(),
                        new EnclosureDetails(front, keys, source.found(), enclosures.isEmpty()),
                        text.line());
            }
        } else if (node instanceof Mapping fields) {
            read(source, fields);
        } else if (node instanceof Sequence && source.any()) {
            report(source, node.line(), "must be a file or a list of files");
        }
    }

    private void read(Source source, Mapping fields) {
        for (String key : ADDRESSES) {
            if (fields.get(key) instanceof Scalar text && !text.text().isBlank()) {
                add(source, text.text().strip(), new EnclosureDetails(front, keys, fields), text.line());
                return;
            }
        }
        boolean isNamed = false;
        for (Map.Entry<String, Node> format : fields.values().entrySet()) {
            if (!MediaNames.isPlayed(MediaNames.type("x." + format.getKey()))) {
                continue;
            }
            isNamed = true;
            if (format.getValue() instanceof Scalar text) {
                EnclosureDetails details = new EnclosureDetails(front, keys, source.found(), format.getKey());
                add(source, text.text().strip(), details, text.line());
            } else {
                read(source, format.getValue());
            }
        }
        if (!isNamed && source.any()) {
            report(source, fields.line(), "must have a 'url'");
        }
    }

    /** A key that names files. */
    private record Source(FrontMatter.Found found, boolean any) {}

    private void add(Source source, String written, EnclosureDetails details, int line) {
        String guessed = details.type() == null ? MediaNames.type(written) : details.type();
        boolean isAddress = (written.contains(".") || written.contains("/")) && !written.contains("\n");
        if (!source.any() && !(isAddress && MediaNames.isPlayed(guessed))) {
            return;
        }
        if (!isAddress) {
            report(source, line, "must name a file, not '" + written + "'");
            return;
        }
        EpisodeFileFinder.Place place = files.find(written, line);
        if (place == null) {
            return;
        }
        MediaFile file = place.file();
        String type = file == null ? guessed : MediaNames.bare(file.type().name());
        if (type == null) {
            report(
                    source,
                    line,
                    "must name a file whose ending tells its type, or 'type' beside it, not '" + written + "'");
            return;
        }
        long length = file == null ? details.length(report) : file.size();
        enclosures.add(new Enclosure(XmlText.clean(place.url()), type, length, seconds(file, details)));
    }

    private void report(Source source, int line, String wanted) {
        report.add(line, Kind.URL, "'" + source.found().written() + "' " + wanted);
    }

    private void play(Sanitized.Played played) {
        MediaFile file = files.at(played.url());
        String declared = MediaNames.normal(played.type());
        String type = file != null
                ? MediaNames.bare(file.type().name())
                : declared == null ? MediaNames.type(played.url()) : declared;
        if (type != null) {
            EnclosureDetails details = new EnclosureDetails(front, keys, null, enclosures.isEmpty());
            long length = file == null ? details.length(report) : file.size();
            enclosures.add(new Enclosure(played.url(), type, length, seconds(file, details)));
        }
    }

    /** Returns the duration; the file's own value goes before the author's. */
    private long seconds(@Nullable MediaFile file, EnclosureDetails details) {
        long seconds = 0;
        try {
            seconds = file == null ? 0 : PlayingTime.seconds(file);
        } catch (IOException e) {
            report.add(0, Kind.UNREADABLE, "'" + file + "' must be readable, so that its duration is known");
        }
        return seconds == 0 ? details.seconds(report) : seconds;
    }
}
