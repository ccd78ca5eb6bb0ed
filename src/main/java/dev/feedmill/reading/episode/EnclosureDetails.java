package dev.feedmill.reading.episode;

import dev.feedmill.dialect.rule.EpisodeKeys;
import dev.feedmill.dialect.rule.EpisodeKeys.About;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.header.Report;
import dev.feedmill.reading.link.MediaNames;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What front matter says of one file besides its address. */
final class EnclosureDetails {
    private static final List<String> LENGTHS = List.of("length", "bytes", "size", "filesize", "size_in_bytes");
    private static final List<String> TYPES = List.of("type", "mime_type", "mime", "content_type");
    private static final List<String> TIMES = List.of("duration", "duration_in_seconds", "seconds");

    private record Given(String key, String text, int line) {}

    private final List<Given> lengths = new ArrayList<>();
    private final List<Given> types = new ArrayList<>();
    private final List<Given> times = new ArrayList<>();

    /** Creates the details of a file that has keys of its own; other keys are ignored. */
    EnclosureDetails(FrontMatter front, EpisodeKeys keys, Mapping own) {
        add(own, LENGTHS, lengths);
        add(own, TYPES, types);
        add(own, TIMES, times);
        if (times.isEmpty()) {
            add(front, keys.about(About.DURATION), times);
        }
    }

    /** Creates the details of a file whose length and type come with its address. */
    EnclosureDetails(FrontMatter front, EpisodeKeys keys, String length, String type) {
        lengths.add(new Given("length", length, 0));
        types.add(new Given("type", type, 0));
        add(front, keys.about(About.DURATION), times);
    }

    /** Creates the details of one of several formats: {@code audio.mp3} with {@code filesize.mp3}. */
    EnclosureDetails(FrontMatter front, EpisodeKeys keys, FrontMatter.Found found, String format) {
        add(
                front,
                keys.about(About.LENGTH).stream().map(key -> key + "." + format).toList(),
                lengths);
        types.add(new Given("type", String.valueOf(MediaNames.type("x." + format)), found.line()));
        add(front, keys.about(About.DURATION), times);
    }

    /**
     * Creates the details of a file that is named by its address alone.
     *
     * @param found the key; null if the address is in the body
     * @param isMain whether general keys, tied to no file, apply to this one
     */
    EnclosureDetails(FrontMatter front, EpisodeKeys keys, FrontMatter.@Nullable Found found, boolean isMain) {
        if (found != null) {
            String parent = found.key().substring(0, found.key().lastIndexOf('.') + 1);
            add(front, beside(found.key(), parent, LENGTHS), lengths);
            add(front, beside(found.key(), parent, TYPES), types);
            add(front, beside(found.key(), parent, TIMES), times);
        }
        if (isMain) {
            add(front, keys.about(About.LENGTH), lengths);
            add(front, keys.about(About.TYPE), types);
            add(front, keys.about(About.DURATION), times);
        }
    }

    private static List<String> beside(String key, String parent, List<String> names) {
        Stream<String> own = names.stream().map(name -> key + name);
        Stream<String> within = parent.isEmpty() ? Stream.of() : names.stream().map(name -> parent + name);
        return Stream.concat(own, within).toList();
    }

    private static void add(FrontMatter front, List<String> keys, List<Given> given) {
        for (String key : keys) {
            FrontMatter.Found found = front.ofTheme(key);
            String text = found == null ? null : found.text();
            if (found != null && text != null) {
                given.add(new Given(found.written(), text, found.line()));
            }
        }
    }

    private static void add(Mapping own, List<String> keys, List<Given> given) {
        for (String key : keys) {
            own.values().forEach((name, value) -> {
                boolean isKey = Mapping.plain(name).equals(Mapping.plain(key));
                if (isKey && value instanceof Scalar text && !text.text().isBlank()) {
                    given.add(new Given(name, text.text().strip(), text.line()));
                }
            });
        }
    }

    /** Returns the media type; null if none is given. */
    @Nullable
    String type() {
        return types.stream()
                .map(said -> MediaNames.normal(said.text()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns the length in bytes; an exact value goes before a rounded one; 0 if none is given. */
    long length(Report report) {
        List<Given> known = lengths.stream()
                .filter(said -> LengthParser.bytes(said.text()) >= 0)
                .toList();
        if (known.isEmpty() && !lengths.isEmpty()) {
            Given said = lengths.get(0);
            report.add(
                    said.line(),
                    Kind.VALUE,
                    "'" + said.key() + "' must be a number of bytes, not '" + said.text() + "'");
        }
        return known.stream()
                .filter(said -> said.text().matches("\\d+"))
                .findFirst()
                .or(() -> known.stream().findFirst())
                .map(said -> LengthParser.bytes(said.text()))
                .orElse(0L);
    }

    /** Returns the duration in seconds; 0 if none is given. */
    long seconds(Report report) {
        for (Given said : times) {
            long millis = LengthParser.millis(said.text());
            if (millis >= 0) {
                return Math.round(millis / 1000.0);
            }
            report.add(
                    said.line(),
                    Kind.VALUE,
                    "'" + said.key() + "' must be a time such as 1:07:42 or a number of seconds, not '" + said.text()
                            + "'");
        }
        return 0;
    }
}
