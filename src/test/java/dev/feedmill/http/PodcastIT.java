package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import dev.feedmill.media.Sounds;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A category that is a podcast, and the same articles elsewhere. */
class PodcastIT {
    private static final String SETTINGS = """
            categories:
              - category: Hives
                podcast:
                  title: The Hive
                  description: Bees, week by week.
                  author: Ada Byron
                  owner: {name: Ada Byron, email: ada@pod.example}
                  category: [Science > Nature, Education]
                  explicit: false
                  artwork: art/cover.jpg
                  type: serial
                  language: en-GB
                  copyright: Ada Byron
                  locked: true
                  funding: {url: "https://pod.example/give", text: Keep the hive warm}
                  people: [{name: Ada Byron, role: host, url: "https://pod.example/ada"}]
            feeds:
              - name: all
                podcast: {title: Everything, category: History, artwork: "https://cdn.example/all.png"}
            """;

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        TestApp.write(folder, "one.md", """
                ---
                title: Swarms
                date: 2024-05-02
                categories: Hives
                enclosure: sound/one.mp3
                season: 2
                episode: 7
                episodeType: bonus
                explicit: yes
                image: art/one.jpg
                guests: [Grace Hopper]
                transcript: one.vtt
                soundbite: {start: 73, duration: 1:00, title: The queen leaves}
                chapters:
                  - 0:00 Intro
                  - {start: 12:30.5, title: Leaving, url: "https://example.org/leaving"}
                ---
                Swarming.
                """);
        TestApp.write(folder, "two.md", """
                ---
                title: Honey
                date: 2024-05-01
                categories: Hives
                audio: https://cdn.example/two.mp3
                length: 123
                duration: 10:00
                ---
                - 0:00 Hello
                - **1:30** – [Combs](https://example.org/combs)
                - 9:59 Bye
                """);
        TestApp.write(folder, "words.md", "---\ntitle: Words\ndate: 2024-04-01\n---\nNo sound.\n");
        TestApp.write(folder, "three.md", """
                ---
                title: Wax
                date: 2024-03-01
                categories: Hives
                enclosure: sound/one.mp3
                transcript:
                  - {url: words/a.vtt, type: text/plain}
                  - {url: words/a.srt, type: text/srt}
                  - words/a.json
                  - {url: "https://cdn.example/a.txt", type: text/html}
                chapters: words/three-chapters.json
                ---
                Candles.
                """);
        TestApp.write(folder, "four.md", """
                ---
                title: Mead
                date: 2024-02-01
                categories: Hives
                enclosure: sound/one.mp3
                chapters: words/four.json
                ---
                Bottles.
                """);
        TestApp.write(folder, "five.md", """
                ---
                title: Smoke
                date: 2024-01-01
                categories: Hives
                enclosure: sound/one.mp3
                chapters: https://cdn.example/five.json
                ---
                Calm.
                """);
        for (String name : new String[] {"a.vtt", "a.srt", "a.json", "three-chapters.json", "four.json"}) {
            put("words/" + name, new byte[] {1});
        }
        put("sound/one.mp3", Sounds.mp3(90));
        put("art/cover.jpg", new byte[] {1});
        put("art/one.jpg", new byte[] {1});
        put("one.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n".getBytes(StandardCharsets.UTF_8));
        app = TestApp.start(folder, SETTINGS, Map.of("server.base-url", "https://pod.example"), Clock.systemUTC());
    }

    private static void put(String name, byte[] bytes) throws Exception {
        Path file = folder.resolve("articles").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void the_feed_says_what_directories_ask_for() throws Exception {
        assertThat(app.text("/categories/Hives.rss"))
                .contains(
                        "<title>The Hive</title>",
                        "<description>Bees, week by week.</description>",
                        "<language>en-GB</language>",
                        "<copyright>Ada Byron</copyright>",
                        "<itunes:author>Ada Byron</itunes:author>",
                        "<itunes:owner><itunes:name>Ada Byron</itunes:name>"
                                + "<itunes:email>ada@pod.example</itunes:email></itunes:owner>",
                        "<itunes:category text=\"Science\"><itunes:category text=\"Nature\"/></itunes:category>"
                                + "<itunes:category text=\"Education\"/>",
                        "<itunes:explicit>false</itunes:explicit>",
                        "<itunes:image href=\"https://pod.example/files/art/cover.jpg\"/>",
                        "<itunes:type>serial</itunes:type>",
                        "<podcast:locked owner=\"ada@pod.example\">yes</podcast:locked>",
                        "<podcast:funding url=\"https://pod.example/give\">Keep the hive warm</podcast:funding>",
                        "<podcast:person role=\"host\" href=\"https://pod.example/ada\">Ada Byron</podcast:person>");
        assertThat(app.get("/files/art/cover.jpg").statusCode()).isEqualTo(200);
    }

    @Test
    void an_episode_says_what_its_front_matter_does() throws Exception {
        assertThat(app.text("/categories/Hives.rss"))
                .contains(
                        "<itunes:duration>90</itunes:duration><itunes:explicit>true</itunes:explicit>"
                                + "<itunes:image href=\"https://pod.example/files/art/one.jpg\"/>",
                        "<itunes:season>2</itunes:season><podcast:season>2</podcast:season>",
                        "<itunes:episode>7</itunes:episode><podcast:episode>7</podcast:episode>",
                        "<itunes:episodeType>bonus</itunes:episodeType>",
                        "<podcast:person role=\"guest\">Grace Hopper</podcast:person>",
                        "<podcast:transcript url=\"https://pod.example/files/one.vtt\" type=\"text/vtt\"/>",
                        "<podcast:chapters url=\"https://pod.example/articles/one/chapters.json\""
                                + " type=\"application/json+chapters\"/>",
                        "<podcast:soundbite startTime=\"73\" duration=\"60\">The queen leaves</podcast:soundbite>",
                        "<itunes:duration>600</itunes:duration>")
                .doesNotContain("podcast:value");
    }

    @Test
    void chapters_are_a_document_of_their_own() throws Exception {
        HttpResponse<byte[]> answer = app.get("/articles/one/chapters.json", "Origin", "https://player.example");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json+chapters");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"version\":\"1.2.0\",\"title\":\"Swarms\",\"chapters\":[{\"startTime\":0,\"title\":\"Intro\"},"
                                + "{\"startTime\":750.5,\"title\":\"Leaving\",\"url\":\"https://example.org/leaving\"}]}");
        assertThat(app.text("/articles/two/chapters.json"))
                .contains("{\"startTime\":90,\"title\":\"Combs\"}", "{\"startTime\":599,\"title\":\"Bye\"}");
        assertThat(app.get("/articles/words/chapters.json").statusCode()).isEqualTo(404);
        assertThat(app.get("/articles/none/chapters.json").statusCode()).isEqualTo(404);
    }

    @Test
    void the_page_plays_the_episode_with_its_chapters_and_no_script_of_others() throws Exception {
        HttpResponse<byte[]> page = app.get("/articles/one");
        assertThat(new String(page.body(), StandardCharsets.UTF_8))
                .contains(
                        "<audio controls preload=\"none\" src=\"https://pod.example/files/sound/one.mp3\"></audio>",
                        "<a href=\"https://pod.example/files/sound/one.mp3#t=750.5\" data-start=\"750.5\">",
                        "12:30</span> <bdi>Leaving</bdi>",
                        "<a href=\"https://pod.example/files/one.vtt\">Transcript (VTT)</a>")
                .containsOnlyOnce("<script src=");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'", "media-src http: https:");
        assertThat(app.text("/articles/words")).doesNotContain("class=\"player\"");
    }

    @Test
    void its_guid_follows_from_the_address_and_no_other_feed_says_anything_of_it() throws Exception {
        // Of pod.example/categories/Hives.rss, by Python's uuid5.
        assertThat(app.text("/categories/Hives.rss"))
                .contains("<podcast:guid>51fddbb6-e3cf-52b8-ac69-93d4f08e1c32</podcast:guid>");
        for (String feed : new String[] {"/feed.rss", "/feed.atom", "/feed.json", "/categories/Hives.atom"}) {
            assertThat(app.text(feed)).as(feed).doesNotContain("itunes", "podcast:", "podcastindex");
        }
        assertThat(app.text("/feeds/all.rss"))
                .contains("<title>Everything</title>", "<itunes:category text=\"History\"/>", "<title>Words</title>");
        assertThat(app.text("/categories/Hives.json"))
                .contains("\"title\":\"The Hive\"", "\"icon\":\"https://pod.example/files/art/cover.jpg\"");
    }

    @Test
    void its_page_and_its_line_in_lists_of_feeds_bear_its_own_words() throws Exception {
        assertThat(app.text("/categories/Hives"))
                .contains(
                        "<h1 dir=\"auto\">The Hive</h1>",
                        "<title>The Hive – Feedmill</title>",
                        "title=\"The Hive\" href",
                        "Bees, week by week.",
                        "https://pod.example/files/art/cover.jpg");
        assertThat(app.text("/articles/one"))
                .contains("title=\"The Hive\" href", ">Hives<")
                .doesNotContain("Feedmill › ");
        assertThat(app.text("/feeds/all"))
                .contains("<h1 dir=\"auto\">Everything</h1>", "https://cdn.example/all.png")
                .doesNotContain("Feedmill › ");
        for (String list : new String[] {"/feeds.opml", "/feeds.opml?category=Hives"}) {
            assertThat(app.text(list)).as(list).contains("text=\"The Hive\" title=\"The Hive\"");
        }
        assertThat(app.text("/feeds.opml")).contains("text=\"Everything\"").doesNotContain("text=\"all\"");
        assertThat(app.text("/")).contains(">Everything<");
    }

    @Test
    void episodes_without_an_author_have_that_of_the_podcast() throws Exception {
        assertThat(app.text("/categories/Hives.rss"))
                .contains("<dc:creator>Ada Byron</dc:creator>")
                .doesNotContain("<dc:creator>Feedmill</dc:creator>");
        assertThat(app.text("/categories/Hives.atom")).contains("<author><name>Ada Byron</name></author>");
        assertThat(app.text("/categories/Hives.json")).contains("\"authors\":[{\"name\":\"Ada Byron\"}]");
        assertThat(app.text("/feed.rss"))
                .contains("<dc:creator>Feedmill</dc:creator>")
                .doesNotContain("Ada Byron</dc");
    }

    @Test
    void the_feed_says_of_each_file_the_type_with_which_it_is_served() throws Exception {
        String rss = app.text("/categories/Hives.rss");
        Matcher files = Pattern.compile(
                        "<podcast:(?:transcript|chapters) url=\"https://pod.example(/[^\"]+)\" type=\"([^\"]+)\"")
                .matcher(rss);
        Map<String, String> types = new TreeMap<>();
        while (files.find()) {
            types.put(files.group(1), files.group(2));
        }
        assertThat(types)
                .containsEntry("/files/words/a.vtt", "text/vtt")
                .containsEntry("/files/words/a.srt", "application/x-subrip")
                .containsEntry("/files/words/a.json", "application/json")
                .containsEntry("/files/words/three-chapters.json", "application/json+chapters")
                .containsEntry("/files/words/four.json", "application/json")
                .containsEntry("/articles/one/chapters.json", "application/json+chapters");
        for (Map.Entry<String, String> file : types.entrySet()) {
            assertThat(app.get(file.getKey())
                            .headers()
                            .firstValue("Content-Type")
                            .orElse(""))
                    .as(file.getKey())
                    .startsWith(file.getValue());
        }
        assertThat(rss)
                .contains(
                        "url=\"https://cdn.example/a.txt\" type=\"text/html\"",
                        "url=\"https://cdn.example/five.json\" type=\"application/json+chapters\"");
    }
}
