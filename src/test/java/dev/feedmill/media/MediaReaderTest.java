package dev.feedmill.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Attachment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaReaderTest {
    @TempDir
    Path folder;

    private Attachment read(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return new MediaReader()
                .read(new MediaFolder(folder, 1 << 20).find(name).orElseThrow());
    }

    @Test
    void a_file_that_is_replaced_all_the_time_is_found_each_time() throws Exception {
        Path file = Files.writeString(folder.resolve("a.zip"), "a");
        AtomicBoolean ends = new AtomicBoolean();
        Thread other = new Thread(() -> {
            try {
                while (!ends.get()) {
                    Path next = Files.writeString(folder.resolve("next"), "b");
                    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
                    // Not so often that three attempts in a row meet it.
                    Thread.sleep(1);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        other.start();
        MediaFolder media = new MediaFolder(folder, 1 << 20);
        MediaReader reader = new MediaReader();
        try {
            for (int i = 0; i < 20_000; i++) {
                assertThat(media.read("a.zip", reader::read)).isPresent();
            }
        } finally {
            ends.set(true);
            other.join();
        }
    }

    private static String size(Attachment file) {
        return file.width() + "x" + file.height();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "png|40|30|" + "iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAIAAADRv8uKAAAALElEQQ==",
                "gif|40|30|" + "R0lGODdhKAAeAIEAAMgKCgAAAAA=",
                "bmp|40|30|" + "Qk1GDgAAAAAAADYAAAAoAAAAKAAAAB4AAAABABgAAAAAABAOAADEDgAAxA4AAAAAAAAAAAAACgrICgrI",
                "webp lossy|40|30|" + "UklGRkwAAABXRUJQVlA4IEAAAABQAwCdASooAB4APm02l0ikIyIhJQ==",
                "webp lossless|40|30|" + "UklGRh4AAABXRUJQVlA4TBEAAAAvJ0AHAAdQhSJXof+BiOh/AAA=",
                "webp extended|40|30|"
                        + "UklGRoIAAABXRUJQVlA4WAoAAAAYAAAAJwAAHQAAQUxQSAoAAAABB1CyiAhERP8DVlA4IEAAAABQAwCd",
                "jpeg|40|30|"
                        + "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////"
                        + "////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////"
                        + "////////////wAARCAAeACgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAE=",
                "jpeg progressive|40|30|"
                        + "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////"
                        + "////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////"
                        + "////////////wgARCAAeACgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAI=",
                "jpeg on its side|30|40|"
                        + "/9j/4AAQSkZJRgABAQAAAQABAAD/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/2wBDAFA3PEY8MlBGQUZaVVBf"
                        + "eMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////"
                        + "////////////////////////////////////////////////////////////wAARCAAeACgDASIAAhEBAxEB/8QAHwAAAQUBAQEB"
                        + "AQEAAAAAAAAAAAECAwQF",
                "avif|40|30|"
                        + "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADrbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA"
                        + "AAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAETAAAAKQAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEA"
                        + "AGF2MDFDb2xvcgAAAABqaXBycAAAAEtpcGNvAAAAFGlzcGUAAAAAAAAAKAAAAB4AAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwA"
                        + "AAAAE2NvbHJuY2x4AAEADQAGgAAAABdpcG1hAAAAAAAAAAEAAQQBAoMEAAAAMW1kYXQSAAoJGBUn60QENBoQMhocR4eF3dNNNMLA"
                        + "AADcqMEFWMRmwLRHFq3/UQ==",
                "avif with alpha|40|30|"
                        + "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAAGGbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA"
                        + "AAAAAAAOcGl0bQAAAAAAAQAAACxpbG9jAAAAAEQAAAIAAQAAAAEAAAHEAAAAKQACAAAAAQAAAa4AAAAWAAAAQmlpbmYAAAAAAAIA"
                        + "AAAaaW5mZQIAAAAAAQAAYXYwMUNvbG9yAAAAABppbmZlAgAAAAACAABhdjAxQWxwaGEAAAAAGmlyZWYAAAAAAAAADmF1eGwAAgAB"
                        + "AAEAAADDaXBycAAAAJ1pcGNvAAAAFGlzcGUAAAAAAAAAKAAAAB4AAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwAAAAAE2NvbHJu"
                        + "Y2x4AAEADQAGgAAAAA5waXhpAAAAAAEIAAAADGF2MUOBABwAAAAAOGF1eEMAAAAAdXJuOm1wZWc6bXBlZ0I6Y2ljcDpzeXN0ZW1z"
                        + "OmF1eGlsaWFyeTphbHBoYQAAAAAeaXBtYQAAAAAAAAACAAEEAQKDBAACBAEFhgcAAABHbWRhdBIACgYYFSfrCoAyChsAaaEAtTvy"
                        + "wUASAAoJGBUn60QENBoQMhocR4eF3dNNNMLAAADcqMEFWMRmwLRHFq3/UQ==",
                "avif on its side|30|40|"
                        + "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAAD1bWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA"
                        + "AAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAEdAAAAKQAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEA"
                        + "AGF2MDFDb2xvcgAAAAB0aXBycAAAAFRpcGNvAAAAFGlzcGUAAAAAAAAAKAAAAB4AAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwA"
                        + "AAAAE2NvbHJuY2x4AAEADQAGgAAAAAlpcm90AwAAABhpcG1hAAAAAAAAAAEAAQUBAoMEhQAAADFtZGF0EgAKCRgVJ+tEBDQaEDIa"
                        + "HEeHhd3TTTTCwAAA3KjBBVjEZsC0Rxat/1E="
            })
    void the_size_is_that_of_the_picture_and_a_broken_one_has_none(String kind, int width, int height, String base64)
            throws IOException {
        byte[] bytes = Base64.getDecoder().decode(base64);
        String size = width + "x" + height;
        assertThat(size(read("a.png", bytes))).isEqualTo(size);
        for (int length = 0; length < bytes.length; length += 3) {
            assertThat(size(read("a.png", Arrays.copyOf(bytes, length)))).isIn(size, "0x0");
        }
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] other = bytes.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                other[random.nextInt(other.length)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
            }
            Attachment file = read("a.png", other);
            assertThat(file.width()).isBetween(0, 65_535);
            assertThat(file.width() == 0).isEqualTo(file.height() == 0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<svg width='40' height=\"30px\"/>|40x30",
                "<?xml version='1.0'?><!DOCTYPE svg><!-- <svg width='1' height='1'> --><svg viewBox='0 0 40.2 29.8'>|40x30",
                "<svg width='100%' height='100%' viewBox='0,0,40,30'/>|40x30",
                "<svg width='40em' height='30em'/>|0x0",
                "<svg stroke-width='3' height='30'/>|0x0",
                "<svg width='999999999' height='1'/>|0x0",
                "<svg width='40' height='30'|0x0",
                "no picture|0x0",
                "''|0x0"
            })
    void an_svg_says_its_size_in_its_first_element(String text, String size) throws IOException {
        assertThat(size(read("a.svg", text.getBytes(StandardCharsets.UTF_8)))).isEqualTo(size);
    }

    @Test
    void only_a_little_is_read_of_an_endless_picture() throws IOException {
        byte[] jpeg = new byte[900_000];
        Arrays.fill(jpeg, (byte) 0xff);
        jpeg[1] = (byte) 0xd8;
        assertThat(size(read("a.jpg", jpeg))).isEqualTo("0x0");
        byte[] svg = new byte[900_000];
        Arrays.fill(svg, (byte) '<');
        assertThat(size(read("a.svg", svg))).isEqualTo("0x0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16_384, 16_385, 40_000})
    void the_digest_depends_on_the_bytes_and_not_on_the_name(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(3).nextBytes(bytes);
        Attachment file = read("a.mp3", bytes);
        assertThat(file.size()).isEqualTo(length);
        assertThat(file.type()).isEqualTo("audio/mpeg");
        assertThat(read("b.mp3", bytes).digest()).isEqualTo(file.digest());
        byte[] longer = Arrays.copyOf(bytes, length + 1);
        assertThat(read("b.mp3", longer).digest()).isNotEqualTo(file.digest());
        if (length > 0) {
            bytes[length - 1] ^= 1;
            assertThat(read("b.mp3", bytes).digest()).isNotEqualTo(file.digest());
        }
    }
}
