package dev.feedmill.library.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Enclosure;
import dev.feedmill.article.Episode;
import dev.feedmill.article.PaymentValue;
import dev.feedmill.article.Recording;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecordingCodecTest {
    private static final Arbitrary<String> TEXTS =
            Arbitraries.of("", "a", "two words", "'\"\\", "[\"\",]", "line\nend", "漢字 🍑", "\u0001", ",", "null");
    private static final Arbitrary<String> NAMES = TEXTS.filter(text -> !text.isEmpty());
    private static final Arbitrary<Long> NUMBERS = Arbitraries.longs().between(0, Long.MAX_VALUE);
    private static final Arbitrary<Integer> SMALL = Arbitraries.integers().between(0, 1_000_000);

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void what_is_packed_is_read_again(@ForAll("recordings") Recording recording) {
        assertThat(RecordingCodec.read(RecordingCodec.of(recording))).isEqualTo(recording);
    }

    @Example
    void nothing_to_play_takes_no_room() {
        assertThat(RecordingCodec.of(Recording.NONE)).isEmpty();
        assertThat(RecordingCodec.read("")).isEqualTo(Recording.NONE);
    }

    @Provide
    Arbitrary<Recording> recordings() {
        Arbitrary<Enclosure> enclosures =
                Combinators.combine(NAMES, TEXTS, NUMBERS, NUMBERS).as(Enclosure::new);
        return Combinators.combine(enclosures.list().ofMaxSize(3), episodes()).as(Recording::new);
    }

    private static Arbitrary<Episode> episodes() {
        Arbitrary<Episode.Place> places = Combinators.combine(SMALL, SMALL, Arbitraries.of(Episode.Kind.class))
                .as(Episode.Place::new);
        Arbitrary<Episode.Person> people = Combinators.combine(
                        NAMES, TEXTS, TEXTS, NAMES.injectNull(0.5), NAMES.injectNull(0.5))
                .as(Episode.Person::new);
        Arbitrary<Episode.Transcript> transcripts =
                Combinators.combine(NAMES, NAMES, NAMES.injectNull(0.5)).as(Episode.Transcript::new);
        Arbitrary<Episode.Mark> marks = Combinators.combine(
                        NUMBERS, TEXTS, NAMES.injectNull(0.5), NAMES.injectNull(0.5))
                .as(Episode.Mark::new);
        Arbitrary<Episode.Marks> chapters = Combinators.combine(marks.list().ofMaxSize(3), NAMES.injectNull(0.5))
                .as(Episode.Marks::new);
        Arbitrary<Episode.Soundbite> soundbites =
                Combinators.combine(NUMBERS, NUMBERS, TEXTS).as(Episode.Soundbite::new);
        Arbitrary<PaymentValue.Recipient> recipients =
                Combinators.combine(TEXTS, NAMES, NAMES, SMALL).as(PaymentValue.Recipient::new);
        Arbitrary<PaymentValue> values = Combinators.combine(
                        NAMES, NAMES, TEXTS, recipients.list().ofMaxSize(3))
                .as(PaymentValue::new);
        return Combinators.combine(
                        places,
                        Arbitraries.of(true, false).injectNull(0.3),
                        NAMES.injectNull(0.5),
                        people.list().ofMaxSize(3),
                        transcripts.list().ofMaxSize(2),
                        chapters,
                        soundbites.list().ofMaxSize(2),
                        values.injectNull(0.5))
                .as(Episode::new);
    }
}
