package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.feedmill.article.Article;
import dev.feedmill.article.Attachment;
import dev.feedmill.article.Enclosure;
import dev.feedmill.dialect.SiteFinder;
import dev.feedmill.dialect.Sites;
import dev.feedmill.dialect.config.LastValidConfigurations;
import dev.feedmill.dialect.config.PathPatterns;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.media.Sounds;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.reading.header.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files come with an article. */
class EnclosuresTest {
    private static final String ELSEWHERE = "https://cdn.example/1.mp3";

    private static final int MAX_BYTES = 1_000_000;

    @TempDir
    Path folder;

    private Parsed<Article> read(String dialect, String header, String body) throws IOException {
        return read("show/one.md", dialect, header, body);
    }

    private Parsed<Article> read(String path, String dialect, String header, String body) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        String text = "---\ntitle: One\ndate: 2024-05-01\n" + header + "\n---\n" + body + "\n";
        Files.writeString(folder.resolve(path), text);
        Sites sites = new SiteFinder(folder, new PathPatterns(List.of(), List.of()), LastValidConfigurations.NONE)
                .find(dialect);
        ArticleReader reader = new ArticleReader(
                Readers.rulesOfSites(), sites, Readers.sanitizer(), new MediaFolder(folder, MAX_BYTES));
        return reader.read(new SourceFile(path, text.getBytes(StandardCharsets.UTF_8), Readers.FILE_TIME), Readers.NOW);
    }

    private static List<Enclosure> enclosures(Parsed<Article> parsed) {
        return ((Parsed.Read<Article>) parsed).value().recording().enclosures();
    }

    private void put(String path, byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.write(folder.resolve(path), bytes);
    }

    /** A header, its lines cut at semicolons, and what comes of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain  | enclosure: URL                                        | audio/mpeg 0 0",
                "plain  | enclosure:;  url: URL;  length: 12345;  type: audio/mpeg | audio/mpeg 12345 0",
                "plain  | enclosure:;  - url: URL;    size: 12 kB;    duration: 61  | audio/mpeg 12000 61",
                "plain  | enclosure: URL 12345 audio/mpeg                       | audio/mpeg 12345 0",
                "plain  | enclosure: URL;enclosure_length: 7;enclosure_type: audio/mp3 | audio/mpeg 7 0",
                "plain  | enclosure: URL;podcast_file: URL;length: 12           | audio/mpeg 12 0",
                "plain  | audio: URL;duration: 1:07:42                          | audio/mpeg 0 4062",
                "plain  | file: URL;length: \"65103280\";duration: \"1:07:42\"  | audio/mpeg 65103280 4062",
                "plain  | mp3: URL;bytes: 65,103,280;duration: 67 min           | audio/mpeg 65103280 4020",
                "hugo   | podcast_file: URL;podcast_bytes: \"99\";podcast_duration: 1:08:22;type: episode | audio/mpeg 99 4102",
                "hugo   | params:;  podcast_file: URL;  podcast_bytes: 99       | audio/mpeg 99 0",
                "hugo   | podcast:;  mp3: URL;  duration: 14:02;  length: 5     | audio/mpeg 5 842",
                "jekyll | podcast_link: URL;podcast_file_size: 13.7 MB;podcast_duration: 14:02 | audio/mpeg 13700000 842",
                "jekyll | podcast_link: URL;podcast_file_size: 13.7 MB;podcast_length: 13654375 | audio/mpeg 13654375 0",
                "jekyll | audio:;  mp3: URL;filesize:;  mp3: 1234567;duration: 0:03:13 | audio/mpeg 1234567 193",
                "jekyll | podcast:;  file: URL;  episode: 217                   | audio/mpeg 0 0",
                "jekyll | link: URL;length: 2668168;duration: 02:47             | audio/mpeg 2668168 167",
                "hexo   | media: URL;length: 6989;type: audio/mpeg;duration: 00:12:30 | audio/mpeg 6989 750",
                "eleventy | episode:;  filename: URL;  size: 77;  duration: 3853 | audio/mpeg 77 3853",
                "pelican | podcast: URL;length: 8;duration: 1h 2m              | audio/mpeg 8 3720"
            })
    void what_front_matter_names_comes_with_the_article(String dialect, String header, String wanted)
            throws IOException {
        Parsed<Article> parsed = read(dialect, header.replace("URL", ELSEWHERE).replace(';', '\n'), "Words.");
        assertThat(parsed.problems()).isEmpty();
        assertThat(enclosures(parsed))
                .extracting(one -> one.url() + " " + one.type() + " " + one.bytes() + " " + one.seconds())
                .containsExactly(ELSEWHERE + " " + wanted);
    }

    @Test
    void formats_are_enclosures_each_with_its_length() throws IOException {
        Parsed<Article> parsed = read("jekyll", """
                audio:
                  mp3: https://cdn.example/1.mp3
                  m4a: https://cdn.example/1.m4a
                filesize:
                  m4a: 22
                  mp3: 11
                duration: "0:01:00"
                """, "Words.");
        assertThat(enclosures(parsed))
                .containsExactly(
                        new Enclosure("https://cdn.example/1.mp3", "audio/mpeg", 11, 60),
                        new Enclosure("https://cdn.example/1.m4a", "audio/mp4", 22, 60));
    }

    @Test
    void a_file_of_the_folder_knows_its_length_and_duration_best() throws IOException {
        put("show/one.mp3", Sounds.mp3(30));
        Parsed<Article> parsed = read("plain", "enclosure: one.mp3\nlength: 5\nduration: 1:00", "Words.");
        assertThat(enclosures(parsed))
                .containsExactly(new Enclosure(
                        "https://feedmill.invalid/files/show/one.mp3", "audio/mpeg", Sounds.mp3(30).length, 30));
        assertThat(((Parsed.Read<Article>) parsed).value().attachments().files())
                .extracting(Attachment::path)
                .containsExactly("show/one.mp3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jekyll   | audio:;  m4a: a b.m4a    | episodes/a b.m4a",
                "jekyll   | podcast:;  file: a b.m4a | assets/episodes/a b.m4a",
                "eleventy | episode:;  filename: a b.m4a | episode-files/a b.m4a",
                "hugo     | podcast_file: /audio/a b.m4a | static/audio/a b.m4a",
                "plain    | audio: ../sound/a%20b.m4a    | sound/a b.m4a"
            })
    void a_file_is_found_where_its_theme_keeps_it(String dialect, String header, String place) throws IOException {
        put(place, Sounds.mp4(90));
        List<Enclosure> enclosures = enclosures(read(dialect, header.replace(';', '\n'), "Words."));
        assertThat(enclosures)
                .extracting(Enclosure::url, Enclosure::seconds)
                .containsExactly(tuple("https://feedmill.invalid/files/" + place.replace(" ", "%20"), 90L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hugo   | hugo.toml   | [params]\\nmedia_prefix = 'https://cdn.example/x/' | podcast_file: 1.mp3",
                "jekyll | _config.yml | download_url: https://cdn.example/x | audio: 1.mp3"
            })
    void a_configuration_says_on_which_host_files_are(String dialect, String name, String config, String header)
            throws IOException {
        put(name, config.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));
        put("content/.keep", new byte[0]);
        String path = dialect.equals("hugo") ? "content/one.md" : "_posts/2024-05-01-one.md";
        assertThat(enclosures(read(path, dialect, header, "Words.")))
                .extracting(Enclosure::url)
                .containsExactly("https://cdn.example/x/1.mp3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "media_prefix = '/audio/'       | static/audio/1.m4a         | https://feedmill.invalid/files/static/audio/1.m4a",
                "media_prefix = '/audio'        | static/audio/1.m4a         | https://feedmill.invalid/files/static/audio/1.m4a",
                "media_prefix = 'audio/'        | static/audio/1.m4a         | https://feedmill.invalid/files/static/audio/1.m4a",
                "hosting = {media_directory = '/a b/'} | static/a b/1.m4a     | https://feedmill.invalid/files/static/a%20b/1.m4a",
                "media_prefix = '/audio/'       | static/1.m4a               | https://feedmill.invalid/files/static/1.m4a",
                "media_prefix = '/gone/'        | content/1.m4a              | https://feedmill.invalid/files/content/1.m4a",
                "media_prefix = 'mailto:x'      | static/1.m4a               | https://feedmill.invalid/files/static/1.m4a"
            })
    void a_configuration_says_in_which_folder_of_the_site_files_are(String param, String place, String url)
            throws IOException {
        put("hugo.toml", ("[params]\n" + param + "\n").getBytes(StandardCharsets.UTF_8));
        put(place, Sounds.mp4(90));
        Parsed<Article> parsed = read("content/one.md", "hugo", "podcast_file: 1.m4a", "Words.");
        assertThat(parsed.problems()).isEmpty();
        assertThat(enclosures(parsed))
                .extracting(Enclosure::url, Enclosure::seconds)
                .containsExactly(tuple(url, 90L));
    }

    @Test
    void a_folder_for_files_is_one_of_the_website_where_the_site_lives_on_one() throws IOException {
        put(
                "hugo.toml",
                "baseURL = 'https://pod.example/show/'\n[params]\nmedia_prefix = '/audio/'\n"
                        .getBytes(StandardCharsets.UTF_8));
        put("static/audio/1.m4a", Sounds.mp4(90));
        assertThat(enclosures(read("content/one.md", "hugo", "podcast_file: 1.m4a", "Words.")))
                .extracting(Enclosure::url, Enclosure::seconds)
                .containsExactly(tuple("https://pod.example/audio/1.m4a", 90L));
    }

    @Test
    void what_the_body_plays_counts_where_nothing_else_is_named() throws IOException {
        put("show/a.ogg", Sounds.opus(12));
        String body = "<video><source src=\"https://cdn.example/b.mp4\"><source src=\"https://cdn.example/c\""
                + " type=\"video/webm; codecs=vp9\"></video>\n\n<audio src=\"a.ogg\"></audio>\n\n"
                + "<audio src=\"https://cdn.example/d\"></audio>";
        assertThat(enclosures(read("plain", "", body)))
                .extracting(Enclosure::url, Enclosure::type, Enclosure::seconds)
                .containsExactly(
                        tuple("https://cdn.example/b.mp4", "video/mp4", 0L),
                        tuple("https://cdn.example/c", "video/webm", 0L),
                        tuple("https://feedmill.invalid/files/show/a.ogg", "audio/ogg", 12L));
        assertThat(enclosures(read("plain", "audio: " + ELSEWHERE, body))).hasSize(1);
    }

    @Test
    void other_things_under_such_keys_are_no_enclosures() throws IOException {
        Parsed<Article> parsed = read("jekyll", """
                audio: true
                video: https://www.youtube.com/watch?v=x
                file: data.csv
                link: https://example.org/about
                media: {caption: none}
                enclosure:
                podcast: my-show
                """, "Words.");
        assertThat(enclosures(parsed)).isEmpty();
        assertThat(parsed.problems()).isEmpty();
    }

    @Test
    void what_is_missing_or_unclear_is_said_with_its_line() throws IOException {
        assertThat(read("plain", "audio: gone.mp3", "Words.").problems())
                .extracting(Problem::toString)
                .containsExactly("show/one.md:4: there is no 'gone.mp3' in the folder");
        assertThat(read("plain", "enclosure: https://cdn.example/one", "Words.").problems())
                .extracting(Problem::toString)
                .containsExactly("show/one.md:4: 'enclosure' must name a file whose ending tells its type, or 'type'"
                        + " beside it, not 'https://cdn.example/one'");
        assertThat(read("plain", "mp3: " + ELSEWHERE + "\nlength: long\nduration: short", "Words.")
                        .problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "show/one.md:5: 'length' must be a number of bytes, not 'long'",
                        "show/one.md:6: 'duration' must be a time such as 1:07:42 or a number of seconds, not 'short'");
    }

    /** A header of an episode, its lines cut at semicolons, and what is said of its line 5. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "enclosure: 5               | 'enclosure' must name a file, not '5'",
                "enclosure: {size: 5}       | 'enclosure' must have a 'url'",
                "enclosure: [[a.mp3]]       | 'enclosure' must be a file or a list of files",
                "enclosure: 'javascript:a.mp3' | a file must be a path or an address such as https://example.org/a.mp3, not 'javascript:a.mp3'",
                "enclosure: https://ada:secret@cdn.example/a.mp3 | an address must not hold a name or a password before its host",
                "enclosure: notes.exe       | 'notes.exe' is of a kind that is not served",
                "enclosure: big.mp3         | 'big.mp3' has more than 1000000 bytes",
                "enclosure: out.mp3         | 'out.mp3' is a link that leads out of the folder",
                "enclosure: dot.mp3         | 'dot.mp3' leads to a file whose name begins with a dot",
                "transcript: [a.vtt]        | there is no 'a.vtt' in the folder",
                "transcript: the words      | a transcript must be a VTT, SRT, JSON, HTML or plain-text file, not 'the words'",
                "transcript: {lang: en}     | a transcript must be a VTT, SRT, JSON, HTML or plain-text file",
                "transcript: {url: b.vtt, type: application/json} | the 'type' of a transcript must be that of its file, text/vtt, not 'application/json'",
                "transcript: {url: b.vtt, type: image/png} | a transcript must be a VTT, SRT, JSON, HTML or plain-text file, not 'b.vtt'",
                "chapters: marks.txt        | 'chapters' must be a list of times and titles, or a JSON file, not 'marks.txt'",
                "chapters: {0: a}           | 'chapters' must be a list of times and titles, or a JSON file",
                "chapters: [{title: a}]     | a chapter must be a time and a title, such as '0:00 Intro'",
                "chapters: [now]            | a chapter must be a time and a title, such as '0:00 Intro', not 'now'",
                "soundbite: 73              | a soundbite must have a 'start' and a 'duration', such as 73 and 60",
                "person: {role: host}       | a person of an episode must have a 'name'",
                "value: {type: lightning, recipients: []} | 'value' must have a 'type', a 'method' and recipients with 'type', 'address' and 'split'",
                "itunes_image: 'data:image/png;base64,AA' | a file must be a path or an address such as https://example.org/a.mp3, not 'data:image/png;base64,AA'"
            })
    void what_is_left_out_is_said(String header, String message) throws IOException {
        put("show/big.mp3", new byte[MAX_BYTES + 1]);
        put("show/notes.exe", new byte[1]);
        put("show/b.vtt", new byte[1]);
        put("show/.dot.mp3", Sounds.mp3(1));
        Files.write(folder.resolveSibling("out.mp3"), Sounds.mp3(1));
        Files.createSymbolicLink(folder.resolve("show/out.mp3"), Path.of("../../out.mp3"));
        Files.createSymbolicLink(folder.resolve("show/dot.mp3"), Path.of(".dot.mp3"));
        Parsed<Article> parsed = read("plain", "audio: " + ELSEWHERE + "\n" + header, "Words.");
        assertThat(parsed.problems()).extracting(Problem::toString).containsExactly("show/one.md:5: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../out.mp3", "..%2f..%2fout.mp3", "/../out.mp3", ".hidden.mp3", "file:///etc/a.mp3"})
    void nothing_outside_of_the_folder_is_found(String written) throws IOException {
        put("show/.hidden.mp3", Sounds.mp3(1));
        Files.write(folder.resolveSibling("out.mp3"), Sounds.mp3(1));
        Parsed<Article> parsed = read("plain", "enclosure: " + written, "Words.");
        assertThat(enclosures(parsed)).isEmpty();
        assertThat(parsed.problems()).hasSize(1);
    }
}
