package dev.feedmill.reading.episode;

import dev.feedmill.article.Episode;
import dev.feedmill.dialect.rule.EpisodeKeys;
import dev.feedmill.dialect.rule.EpisodeKeys.About;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.header.NodeValues;
import dev.feedmill.reading.header.Report;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import dev.feedmill.yaml.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reader of episode chapters: from a list or file that front matter names, else from three or more consecutive body
 * lines that begin with a time, the first at 0:00.
 */
final class ChapterReader {
    private static final int MIN_CHAPTERS = 3;
    private static final int MAX_CHAPTERS = 1000;

    private static final Pattern LINE =
            Pattern.compile("[\\[(]?((?:\\d{1,3}:)?\\d{1,3}:\\d{2}(?:[.,]\\d{1,9})?|\\d{1,6})[\\])]?"
                    + "\\s*(?:[-\\u2013\\u2014|:]\\s*)?(\\S.*)");

    /** A time with a colon, after an optional list marker. */
    private static final Pattern IN_BODY = Pattern.compile(
            "\\s{0,9}(?:[-*+]\\s+|\\d{1,4}[.)]\\s+)?\\**([\\[(]?(?:\\d{1,3}:)?\\d{1,3}:\\d{2}(?![\\d:]).*)");

    private static final Pattern MARKUP =
            Pattern.compile("\\[([^\\]]{0,300})\\]\\([^)]{0,2000}\\)|[*_`]+|<[^>]{0,2000}>");

    private final FrontMatter front;
    private final EpisodeKeys keys;
    private final EpisodeFileFinder files;
    private final Report report;

    ChapterReader(FrontMatter front, EpisodeKeys keys, EpisodeFileFinder files, Report report) {
        this.front = front;
        this.keys = keys;
        this.files = files;
        this.report = report;
    }

    /**
     * Reads the chapters.
     *
     * @param body as its author wrote it
     */
    Episode.Marks read(String body) {
        for (String key : keys.about(About.CHAPTERS)) {
            FrontMatter.Found found = front.ofTheme(key);
            if (found != null && found.node() instanceof Sequence items) {
                List<Episode.Mark> marks = items.items().stream()
                        .limit(MAX_CHAPTERS)
                        .map(this::mark)
                        .flatMap(mark -> mark == null ? Stream.empty() : Stream.of(mark))
                        .sorted(Comparator.comparingLong(Episode.Mark::start))
                        .toList();
                return new Episode.Marks(marks, null);
            }
            String file = found == null ? null : found.text();
            if (found != null && file != null && file.matches(".+\\.json(?:[?#]\\S*)?")) {
                return new Episode.Marks(List.of(), url(file, found.line()));
            }
            if (found != null && (file != null || found.node() instanceof Mapping)) {
                String not = file == null ? "" : ", not '" + file + "'";
                report.add(
                        found.line(),
                        Kind.VALUE,
                        "'" + found.written() + "' must be a list of times and titles, or a JSON file" + not);
            }
        }
        return new Episode.Marks(inBody(body), null);
    }

    private @Nullable String url(@Nullable String written, int line) {
        EpisodeFileFinder.Place place = written == null ? null : files.find(written, line);
        return place == null ? null : place.url();
    }

    private Episode.@Nullable Mark mark(Node node) {
        Episode.Mark mark = null;
        String shown = "";
        if (node instanceof Scalar text) {
            shown = text.text().strip();
            mark = ofLine(shown);
        } else if (node instanceof Sequence pair && pair.items().size() == 2) {
            mark = pair.items().get(0) instanceof Scalar start && pair.items().get(1) instanceof Scalar title
                    ? of(start.text(), NodeValues.plain(title.text()), null, null)
                    : null;
        } else if (node instanceof Mapping fields) {
            String start = NodeValues.text(fields, "start", "start_time", "startTime", "time");
            String title = NodeValues.text(fields, "title", "name");
            mark = start == null || title == null
                    ? null
                    : of(
                            start,
                            title,
                            url(NodeValues.text(fields, "url", "href", "link"), fields.line()),
                            url(NodeValues.text(fields, "img", "image"), fields.line()));
        }
        if (mark == null) {
            report.add(
                    node.line(),
                    Kind.VALUE,
                    "a chapter must be a time and a title, such as '0:00 Intro'"
                            + (shown.isEmpty() ? "" : ", not '" + shown + "'"));
        }
        return mark;
    }

    private static Episode.@Nullable Mark ofLine(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() ? of(matcher.group(1), title(matcher.group(2)), null, null) : null;
    }

    private static Episode.@Nullable Mark of(String start, String title, @Nullable String url, @Nullable String image) {
        long millis = LengthParser.millis(start);
        return millis < 0 || title.isBlank() ? null : new Episode.Mark(millis, title, url, image);
    }

    private static String title(String written) {
        return NodeValues.plain(MARKUP.matcher(written)
                .replaceAll(found -> found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1))));
    }

    private static List<Episode.Mark> inBody(String body) {
        List<Episode.Mark> marks = new ArrayList<>();
        for (String line : body.lines().toList()) {
            Matcher matcher = IN_BODY.matcher(line);
            Episode.Mark mark = matcher.matches() ? ofLine(matcher.group(1).replaceFirst("^([^*]*?)\\*+", "$1")) : null;
            boolean goesOn = mark != null
                    && marks.size() < MAX_CHAPTERS
                    && (marks.isEmpty()
                            ? mark.start() == 0
                            : mark.start() > marks.get(marks.size() - 1).start());
            if (mark != null && goesOn) {
                marks.add(mark);
            } else if (!line.isBlank()) {
                if (marks.size() >= MIN_CHAPTERS) {
                    return marks;
                }
                marks.clear();
                if (mark != null && mark.start() == 0) {
                    marks.add(mark);
                }
            }
        }
        return marks.size() >= MIN_CHAPTERS ? marks : List.of();
    }
}
