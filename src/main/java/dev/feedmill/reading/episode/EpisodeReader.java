package dev.feedmill.reading.episode;

import dev.feedmill.article.Episode;
import dev.feedmill.dialect.rule.EpisodeKeys;
import dev.feedmill.dialect.rule.EpisodeKeys.About;
import dev.feedmill.media.MediaFile;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.header.NodeValues;
import dev.feedmill.reading.header.Report;
import dev.feedmill.reading.link.MediaNames;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import dev.feedmill.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reader of what front matter says of an article as a podcast episode. */
public final class EpisodeReader {
    private static final Set<String> EXPLICIT = Set.of("true", "yes", "explicit");
    private static final Set<String> CLEAN = Set.of("false", "no", "clean");
    private static final int MAX_ENTRIES = 1000;

    private final FrontMatter front;
    private final EpisodeKeys keys;
    private final EpisodeFileFinder files;
    private final Report report;

    public EpisodeReader(FrontMatter front, EpisodeKeys keys, EpisodeFileFinder files, Report report) {
        this.front = front;
        this.keys = keys;
        this.files = files;
        this.report = report;
    }

    /**
     * Reads the episode.
     *
     * @param image the picture that front matter names for the article; null for none
     * @param body to search for chapters if front matter names none
     */
    public Episode read(@Nullable String image, String body) {
        String own = first(About.IMAGE, this::image);
        return new Episode(
                new Episode.Place(number(About.SEASON), number(About.NUMBER), kind()),
                first(About.EXPLICIT, this::explicit),
                own == null ? image : own,
                people(),
                transcripts(),
                new ChapterReader(front, keys, files, report).read(body),
                soundbites(),
                new PaymentReader(front, keys, report).read());
    }

    private <T> @Nullable T first(About about, Function<FrontMatter.Found, @Nullable T> reader) {
        for (String key : keys.about(about)) {
            FrontMatter.Found found = front.ofTheme(key);
            T value = found == null ? null : reader.apply(found);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private void fault(FrontMatter.Found found, String wanted, String text) {
        report.add(found.line(), Kind.VALUE, "'" + found.written() + "' must be " + wanted + ", not '" + text + "'");
    }

    /** Returns the number; 0 if none is given. */
    private int number(About about) {
        Integer number = first(about, found -> {
            String text = found.text();
            if (text == null || text.matches("0*[1-9]\\d{0,5}")) {
                return text == null ? null : Integer.valueOf(text);
            }
            fault(found, "a number from 1", text);
            return null;
        });
        return number == null ? 0 : number;
    }

    private Episode.Kind kind() {
        Episode.Kind kind = first(About.KIND, found -> {
            String text = found.text();
            for (Episode.Kind known : Episode.Kind.values()) {
                if (text != null && known.name().equalsIgnoreCase(text)) {
                    return known;
                }
            }
            if (text != null) {
                fault(found, "full, trailer or bonus", text);
            }
            return null;
        });
        return kind == null ? Episode.Kind.FULL : kind;
    }

    private @Nullable Boolean explicit(FrontMatter.Found found) {
        String text = found.text();
        String word = text == null ? "" : text.toLowerCase(Locale.ROOT);
        if (EXPLICIT.contains(word) || CLEAN.contains(word)) {
            return EXPLICIT.contains(word);
        }
        if (text != null) {
            fault(found, "true or false", text);
        }
        return null;
    }

    private @Nullable String image(FrontMatter.Found found) {
        String text = found.text();
        return text == null ? null : url(text, found.line());
    }

    private @Nullable String url(@Nullable String written, int line) {
        if (written == null) {
            return null;
        }
        EpisodeFileFinder.Place place = files.find(written, line);
        return place == null ? null : place.url();
    }

    private List<Node> nodes(About about) {
        List<Node> nodes = new ArrayList<>();
        for (String key : keys.about(about)) {
            FrontMatter.Found found = front.ofTheme(key);
            if (found != null) {
                nodes.addAll(found.node() instanceof Sequence items ? items.items() : List.of(found.node()));
            }
        }
        return nodes.subList(0, Math.min(nodes.size(), MAX_ENTRIES));
    }

    private List<Episode.Person> people() {
        List<Episode.Person> people = new ArrayList<>();
        nodes(About.HOST).forEach(node -> people(node, "", people));
        nodes(About.GUEST).forEach(node -> people(node, "guest", people));
        nodes(About.PERSON).forEach(node -> people(node, "", people));
        return people.stream().distinct().toList();
    }

    private void people(Node node, String role, List<Episode.Person> people) {
        if (node instanceof Scalar text) {
            FrontMatter.listed(text.text())
                    .forEach(name -> people.add(new Episode.Person(NodeValues.plain(name), role, "", null, null)));
        } else if (node instanceof Mapping fields) {
            String name = NodeValues.text(fields, "name", "title");
            String own = NodeValues.text(fields, "role");
            String group = NodeValues.text(fields, "group");
            if (name == null) {
                report.add(fields.line(), Kind.VALUE, "a person of an episode must have a 'name'");
            } else {
                people.add(new Episode.Person(
                        name,
                        own == null ? role : own,
                        group == null ? "" : group,
                        url(NodeValues.text(fields, "href", "url", "link"), fields.line()),
                        url(NodeValues.text(fields, "img", "image", "picture", "avatar"), fields.line())));
            }
        }
    }

    private List<Episode.Transcript> transcripts() {
        List<Episode.Transcript> transcripts = new ArrayList<>();
        for (Node node : nodes(About.TRANSCRIPT)) {
            Mapping fields = node instanceof Mapping own ? own : Mapping.empty(node.line());
            String written = node instanceof Scalar text
                    ? text.text().strip()
                    : NodeValues.text(fields, "url", "src", "href", "file", "path");
            String declared = MediaNames.normal(NodeValues.text(fields, "type", "mime_type"));
            String type = declared != null || written == null ? declared : MediaNames.transcript(written);
            if (written == null
                    || type == null
                    || !MediaNames.isTranscript(type)
                    || !written.matches(MediaNames.transcript(written) == null ? "\\S*[./]\\S*" : ".+")) {
                String not = written == null ? "" : ", not '" + written + "'";
                report.add(
                        node.line(),
                        Kind.VALUE,
                        "a transcript must be a VTT, SRT, JSON, HTML or plain-text file" + not);
                continue;
            }
            String url = url(written, node.line());
            if (url != null) {
                transcripts.add(new Episode.Transcript(
                        url, served(url, type, node.line()), NodeValues.text(fields, "language", "lang")));
            }
        }
        return transcripts.stream().distinct().toList();
    }

    /** Returns the type with which this server serves a transcript; the declared one if the file is elsewhere. */
    private String served(String url, String declared, int line) {
        MediaFile file = files.at(url);
        String type = file == null ? declared : MediaNames.bare(file.type().name());
        if (!type.equals(declared)) {
            report.add(
                    line,
                    Kind.VALUE,
                    "the 'type' of a transcript must be that of its file, " + type + ", not '" + declared + "'");
        }
        return type;
    }

    private List<Episode.Soundbite> soundbites() {
        List<Episode.Soundbite> soundbites = new ArrayList<>();
        for (Node node : nodes(About.SOUNDBITE)) {
            Mapping fields = node instanceof Mapping own ? own : Mapping.empty(node.line());
            String start = NodeValues.text(fields, "start", "start_time", "startTime");
            String length = NodeValues.text(fields, "duration", "length");
            String title = NodeValues.text(fields, "title", "text");
            long from = start == null ? -1 : LengthParser.millis(start);
            long millis = length == null ? -1 : LengthParser.millis(length);
            if (from < 0 || millis <= 0) {
                report.add(
                        node.line(), Kind.VALUE, "a soundbite must have a 'start' and a 'duration', such as 73 and 60");
            } else {
                soundbites.add(new Episode.Soundbite(from, millis, title == null ? "" : title));
            }
        }
        return soundbites;
    }
}
