package dev.feedmill.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Playing times of files. */
class PlayingTimeTest {
    @TempDir
    Path folder;

    private long seconds(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return PlayingTime.seconds(new MediaFolder(folder, 1 << 30).find(name).orElseThrow());
    }

    @Test
    void an_mp3_with_one_bit_rate_is_measured_by_it() throws IOException {
        byte[] sound = Sounds.mp3(61);
        assertThat(seconds("a.mp3", sound)).isEqualTo(61);
        assertThat(seconds("a.mp3", Sounds.joined(Sounds.id3(3000), Sounds.id3(10), sound)))
                .isEqualTo(61);
    }

    @Test
    void a_frame_count_takes_precedence_over_the_bit_rate() throws IOException {
        assertThat(seconds("a.mp3", Sounds.counted("Xing", 21, 8, 38_281))).isEqualTo(1000);
        assertThat(seconds("a.mp3", Sounds.counted("Info", 21, 8, 38_281))).isEqualTo(1000);
        assertThat(seconds("a.mp3", Sounds.counted("VBRI", 36, 14, 38_281))).isEqualTo(1000);
    }

    @Test
    void an_impossible_frame_count_is_ignored() throws IOException {
        assertThat(seconds("a.mp3", Sounds.few("Xing", 21, 8, Integer.MAX_VALUE)))
                .isEqualTo(seconds("a.mp3", Sounds.few("Xing", 21, 8, 0)));
        assertThat(seconds("a.mp3", Sounds.few("VBRI", 36, 14, -1)))
                .isEqualTo(seconds("a.mp3", Sounds.few("VBRI", 36, 14, 0)));
    }

    @Test
    void an_mp3_with_many_bit_rates_and_no_count_is_read_frame_by_frame() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 3828; i++) {
            out.writeBytes(Sounds.frame(i % 4 == 0 ? 9 : 5));
        }
        assertThat(seconds("a.mp3", out.toByteArray())).isEqualTo(100);
    }

    @Test
    void other_formats_declare_their_duration() throws IOException {
        assertThat(seconds("a.m4a", Sounds.mp4(4062))).isEqualTo(4062);
        assertThat(seconds("a.mp4", Sounds.mp4(5))).isEqualTo(5);
        assertThat(seconds("a.opus", Sounds.opus(59))).isEqualTo(59);
        assertThat(seconds("a.ogg", Sounds.vorbis(1800))).isEqualTo(1800);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mp3", "a.m4a", "a.ogg", "a.mp4", "a.mov", "a.wav", "a.png"})
    void broken_files_have_no_duration(String name) throws IOException {
        assertThat(seconds(name, new byte[0])).isZero();
        byte[] noise = new byte[70_000];
        Arrays.fill(noise, (byte) 'M');
        assertThat(seconds(name, noise)).isZero();
        new Random(1).nextBytes(noise);
        assertThat(seconds(name, noise)).isNotNegative();
        byte[] half = Arrays.copyOf(Sounds.mp4(60), 5020);
        assertThat(seconds(name, half)).isZero();
    }
}
