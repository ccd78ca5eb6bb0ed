package dev.feedmill.library.table;

import dev.feedmill.article.Enclosure;
import dev.feedmill.article.Episode;
import dev.feedmill.article.PaymentValue;
import dev.feedmill.article.Recording;
import dev.feedmill.library.sql.ColumnCodec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes a recording in one column: lists of texts, each of which begins with its kind. */
final class RecordingCodec {
    private static final String ENCLOSURE = "enclosure";
    private static final String PLACE = "place";
    private static final String EXPLICIT = "explicit";
    private static final String IMAGE = "image";
    private static final String PERSON = "person";
    private static final String TRANSCRIPT = "transcript";
    private static final String CHAPTER = "chapter";
    private static final String CHAPTERS = "chapters";
    private static final String SOUNDBITE = "soundbite";
    private static final String VALUE = "value";
    private static final String RECIPIENT = "recipient";

    private final List<List<String>> lines;

    private RecordingCodec(List<List<String>> lines) {
        this.lines = lines;
    }

    /** Encodes a recording; empty if there is nothing to play. */
    static String of(Recording recording) {
        if (recording.equals(Recording.NONE)) {
            return "";
        }
        RecordingCodec packed = new RecordingCodec(new ArrayList<>());
        recording.enclosures().forEach(one -> packed.add(ENCLOSURE, one.url(), one.type(), one.bytes(), one.seconds()));
        packed.add(recording.episode());
        return ColumnCodec.lists(packed.lines);
    }

    private void add(Episode episode) {
        Episode.Place place = episode.place();
        if (!place.equals(Episode.NONE.place())) {
            add(PLACE, place.season(), place.number(), place.kind());
        }
        add(EXPLICIT, episode.explicit());
        add(IMAGE, episode.image());
        episode.people()
                .forEach(one -> add(PERSON, one.name(), one.role(), one.group(), text(one.url()), text(one.image())));
        episode.transcripts().forEach(one -> add(TRANSCRIPT, one.url(), one.type(), text(one.language())));
        episode.chapters()
                .list()
                .forEach(one -> add(CHAPTER, one.start(), one.title(), text(one.url()), text(one.image())));
        add(CHAPTERS, episode.chapters().url());
        episode.soundbites().forEach(one -> add(SOUNDBITE, one.start(), one.length(), one.title()));
        PaymentValue value = episode.value();
        if (value != null) {
            add(VALUE, value.type(), value.method(), value.suggested());
            value.recipients().forEach(one -> add(RECIPIENT, one.name(), one.type(), one.address(), one.split()));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void add(String about, @Nullable Object... values) {
        List<String> line = new ArrayList<>(List.of(about));
        for (Object value : values) {
            if (value == null) {
                return;
            }
            line.add(value.toString());
        }
        lines.add(line);
    }

    static Recording read(String packed) {
        return packed.isEmpty() ? Recording.NONE : new RecordingCodec(ColumnCodec.lists(packed)).recording();
    }

    private Recording recording() {
        return new Recording(
                all(ENCLOSURE).stream()
                        .map(one -> new Enclosure(one.get(1), one.get(2), number(one, 3), number(one, 4)))
                        .toList(),
                episode());
    }

    private Episode episode() {
        List<String> place = first(PLACE);
        List<String> explicit = first(EXPLICIT);
        List<String> image = first(IMAGE);
        List<String> chapters = first(CHAPTERS);
        return new Episode(
                place == null
                        ? Episode.NONE.place()
                        : new Episode.Place(
                                (int) number(place, 1), (int) number(place, 2), Episode.Kind.valueOf(place.get(3))),
                explicit == null ? null : Boolean.valueOf(explicit.get(1)),
                image == null ? null : image.get(1),
                all(PERSON).stream()
                        .map(one ->
                                new Episode.Person(one.get(1), one.get(2), one.get(3), given(one, 4), given(one, 5)))
                        .toList(),
                all(TRANSCRIPT).stream()
                        .map(one -> new Episode.Transcript(one.get(1), one.get(2), given(one, 3)))
                        .toList(),
                new Episode.Marks(
                        all(CHAPTER).stream()
                                .map(one -> new Episode.Mark(number(one, 1), one.get(2), given(one, 3), given(one, 4)))
                                .toList(),
                        chapters == null ? null : chapters.get(1)),
                all(SOUNDBITE).stream()
                        .map(one -> new Episode.Soundbite(number(one, 1), number(one, 2), one.get(3)))
                        .toList(),
                value());
    }

    private @Nullable PaymentValue value() {
        List<String> value = first(VALUE);
        return value == null
                ? null
                : new PaymentValue(
                        value.get(1),
                        value.get(2),
                        value.get(3),
                        all(RECIPIENT).stream()
                                .map(one -> new PaymentValue.Recipient(
                                        one.get(1), one.get(2), one.get(3), (int) number(one, 4)))
                                .toList());
    }

    private List<List<String>> all(String about) {
        return lines.stream().filter(line -> line.get(0).equals(about)).toList();
    }

    private @Nullable List<String> first(String about) {
        List<List<String>> all = all(about);
        return all.isEmpty() ? null : all.get(0);
    }

    private static long number(List<String> line, int place) {
        return Long.parseLong(line.get(place));
    }

    private static @Nullable String given(List<String> line, int place) {
        return line.get(place).isEmpty() ? null : line.get(place);
    }
}
