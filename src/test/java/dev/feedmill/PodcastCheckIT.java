package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.app.ProcessContext;
import dev.feedmill.media.Sounds;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} of podcasts. */
class PodcastCheckIT {
    @TempDir
    Path folder;

    private List<String> check(String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("feedmill.yaml"), settings);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        new Main(new ProcessContext(Map.of(), stream, stream, Clock.systemUTC(), false))
                .run(
                        "check",
                        "--config",
                        file.toString(),
                        folder.resolve("articles").toString());
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve("articles").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void picture(String name, String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        put(name, bytes.toByteArray());
    }

    private void episode(String name, String header) throws IOException {
        put(
                name,
                ("---\ntitle: " + name + "\ndate: 2024-05-01\ncategories: Hives\n" + header + "\n---\nWords.\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_complete_podcast_has_no_problems() throws IOException {
        picture("art/cover.png", "png", 1400, 1400);
        put("one.mp3", Sounds.mp3(20));
        episode("one.md", "enclosure: one.mp3\nepisode: 1");
        assertThat(check("""
                categories:
                  - category: Hives
                    podcast:
                      description: Bees.
                      owner: {email: ada@example.org}
                      category: Science > Nature
                      explicit: false
                      type: serial
                      artwork: art/cover.png
                """)).containsExactly("1 file: 1 served, 0 hidden, 0 skipped");
    }

    @Test
    void what_directories_miss_or_refuse_is_reported_with_its_line() throws IOException {
        picture("art/wide.jpg", "png", 1500, 1400);
        put("bees ü.mp3", Sounds.mp3(20));
        episode("a.md", "enclosure: bees ü.mp3");
        episode("b.md", "enclosure: bees ü.mp3\nepisode: 2");
        episode("c.md", "audio: https://cdn.example/c.ogg\nepisode: 3");
        episode("d.md", "tags: words");
        assertThat(check("""
                categories:
                  - category: Hives
                    podcast: {type: serial, artwork: art/wide.jpg}
                feeds:
                  - name: all
                    podcast: {title: All, artwork: "https://cdn.example/cover.webp", category: History, description: x, owner: {email: a@b.example}}
                    where: tag=nothing
                """))
                .contains(
                        "categories: Hives: 'podcast.description' must say what the podcast is about",
                        "categories: Hives: 'podcast.category' must name a category of Apple's list, such as 'Arts > Books'",
                        "categories: Hives: 'podcast.owner' must have an 'email', to which directories write",
                        "categories: Hives: 'podcast.artwork' must have the ending of what it is, png, not 'art/wide.jpg'",
                        "categories: Hives: 'podcast.artwork' must be square, 1400 to 3000 pixels wide, not 1500 by 1400",
                        "a.md:5: the enclosure must have a name of ASCII letters and digits, not 'bees ü.mp3'",
                        "a.md: 'episode' must be the number of the episode, since the podcast is serial",
                        "a.md:5: the enclosure must be another one than that of b.md: 'bees ü.mp3'",
                        "c.md:5: the enclosure must have its 'length' in bytes beside it: 'c.ogg'",
                        "c.md:5: the enclosure must be MP3, M4A, MP4, M4V or MOV for Apple, not audio/ogg",
                        "c.md:5: the 'duration' must be named, since 'c.ogg' does not tell it",
                        "d.md: there is nothing to play in this episode of 'Hives'",
                        "feeds: all: 'podcast.artwork' must be a JPEG or PNG with the ending .jpg or .png, not"
                                + " 'https://cdn.example/cover.webp'",
                        "feeds: all: the podcast must have an episode");
    }

    @Test
    void an_episode_of_several_podcasts_counts_once() throws IOException {
        picture("art/cover.png", "png", 1400, 1400);
        episode("a.md", "audio: https://cdn.example/a.ogg\nlength: 5\nduration: 9");
        episode("b.md", "audio: https://cdn.example/b.ogg\nlength: 5\nduration: 9");
        String podcast =
                "{description: x, owner: {email: a@b.example}, category: History, explicit: false, artwork: art/cover.png}";
        assertThat(check("categories:\n  - {category: Hives, podcast: " + podcast
                        + "}\nfeeds:\n  - {name: all, podcast: " + podcast + "}\n  - {name: same, podcast: " + podcast
                        + "}\n"))
                .containsExactlyInAnyOrder(
                        "a.md:5: the enclosure must be MP3, M4A, MP4, M4V or MOV for Apple, not audio/ogg",
                        "b.md:5: the enclosure must be MP3, M4A, MP4, M4V or MOV for Apple, not audio/ogg",
                        "2 files: 2 served, 0 hidden, 0 skipped",
                        "  podcast: 2");
    }

    @Test
    void impossible_settings_of_podcasts_are_reported_with_their_lines() throws IOException {
        assertThat(check("""
                categories:
                  - category: Hives
                    podcast:
                      category: Arts and Books
                      explicit: maybe
                      type: daily
                      artwork: ../cover.jpg
                      owner: {email: nobody}
                      guid: x
                      colour: red
                      new-feed-url: there
                      funding: {url: here}
                """).stream().map(line -> line.replaceFirst("^.*feedmill.yaml", "")))
                .contains(
                        ":5: 'podcast.explicit' must be true or false, not 'maybe'",
                        ":6: 'podcast.type' must be episodic or serial, not 'daily'",
                        ":7: 'podcast.artwork' must be the address of a picture, or its path in the articles folder, not"
                                + " '../cover.jpg'",
                        ":8: 'podcast.owner.email' must be an address of mail, not 'nobody'",
                        ":9: 'podcast.guid' must be a UUID, not 'x'",
                        ":11: 'podcast.new-feed-url' must be an http or https address, not 'there'",
                        ":12: 'podcast.funding.url' must be an http or https address, not 'here'")
                .anyMatch(line ->
                        line.startsWith(":4: 'podcast.category' must be of Apple's list, such as 'Arts > Books', not"
                                + " 'Arts and Books'; did you mean 'Arts > Books'?"))
                .anyMatch(line -> line.startsWith(":10: 'colour' is none of the keys of 'podcast': title, "));
    }
}
