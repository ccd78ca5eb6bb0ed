package dev.feedmill.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.address.Format;
import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.item.ContentOptions;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermCount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same input gives the same bytes, wherever and however often. */
class SameBytesTest {
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "th-TH-u-ca-buddhist-nu-thai Asia/Bangkok",
                "ar-EG-u-nu-arab Africa/Cairo",
                "tr-TR Europe/Istanbul",
                "ja-JP-u-ca-japanese Asia/Tokyo",
                "fa-IR-u-ca-persian-nu-arabext Asia/Tehran",
                "zh-CN Asia/Shanghai",
                "lt-LT America/St_Johns",
                "hi-IN-u-nu-deva Pacific/Apia"
            })
    void bytes_depend_on_no_locale_and_no_time_zone(String place) throws IOException {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        List<byte[]> expected = all();
        String[] parts = place.split(" ", -1);
        Locale.setDefault(Locale.forLanguageTag(parts[0]));
        TimeZone.setDefault(TimeZone.getTimeZone(parts[1]));
        assertThat(all()).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void threads_do_not_disturb_one_another() throws Exception {
        Samples.Renderer renderer = Samples.renderer(Samples.SITE);
        Page page = Samples.folder(Path.of("seeds"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Format format : Format.values()) {
                byte[] alone = renderer.render(format, Term.EVERYTHING, page).bytes(Coding.IDENTITY);
                List<Future<byte[]>> answers = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    answers.add(threads.submit(
                            () -> renderer.render(format, Term.EVERYTHING, page).bytes(Coding.IDENTITY)));
                }
                for (Future<byte[]> answer : answers) {
                    assertThat(answer.get()).isEqualTo(alone);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<byte[]> all() throws IOException {
        Page page = Samples.folder(Path.of("seeds"));
        List<byte[]> bytes = new ArrayList<>();
        for (Format format : Format.values()) {
            bytes.add(Samples.renderer(Samples.SITE)
                    .render(format, Samples.category("İstanbul", "ı"), page)
                    .bytes(Coding.IDENTITY));
        }
        bytes.add(new LatestRenderer(Samples.SITE)
                .render(page, ContentOptions.WHOLE, Set.copyOf(LatestRenderer.FIELDS), "n", Deadline.NEVER)
                .bytes(Coding.IDENTITY));
        bytes.add(new OpmlRenderer(Samples.SITE, Term.Kind::plural, any -> null)
                .render(List.of(new TermCount(Term.EVERYTHING, 5)), List.of())
                .bytes(Coding.IDENTITY));
        return bytes;
    }
}
