package dev.feedmill.dialect.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.dialect.config.ConfigFault.Effect;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteFolderTest {
    @TempDir
    Path root;

    private final Map<String, String> before = new HashMap<>();

    private ConfigurationFiles read() {
        return new ConfigurationFiles(root, before::get, SiteLimits.DEFAULTS);
    }

    @Test
    void a_configuration_that_cannot_be_read_is_a_problem() throws IOException {
        Files.write(root.resolve("large.toml"), new byte[(1 << 20) + 1]);
        ConfigurationFiles read = read();
        SiteFolder site = new SiteFolder(root, read);
        assertThat(site.text("large.toml")).isEmpty();
        assertThat(site.text("no\0path.toml")).isEmpty();
        assertThat(read.faults())
                .extracting(fault -> fault.problem().kind())
                .containsExactly(Kind.LIMIT, Kind.UNREADABLE);
        assertThat(read.faults().get(0).problem())
                .hasToString(
                        "large.toml: must not be larger than 1048576 bytes ('generator.max-file-size' says how large)");
    }

    @Test
    void one_that_is_not_there_is_none() throws IOException {
        Files.createDirectories(root.resolve("folder.toml"));
        Files.writeString(root.resolve("file"), "");
        ConfigurationFiles read = read();
        SiteFolder site = new SiteFolder(root, read);
        assertThat(site.text("none.toml") + site.text("folder.toml") + site.text("file/inner.toml"))
                .isEmpty();
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void blank_lines_before_the_header_of_a_section_are_none_of_it() throws IOException {
        for (String header :
                new String[] {"---\nCascade: {a: b}\n---\n", "+++\nCascade = {a='b'}\n+++\n", "{\"Cascade\": {}}"}) {
            Files.writeString(root.resolve("_index.md"), "\uFEFF \n\n" + header);
            assertThat(new SiteFolder(root, read()).header("_index.md").inAnyCase("cascade"))
                    .as(header)
                    .hasSize(1);
        }
        Files.writeString(root.resolve("_index.md"), "\n\n---\na: b\nc: [\n---\n");
        ConfigurationFiles read = read();
        new SiteFolder(root, read).header("_index.md");
        assertThat(read.faults()).singleElement().asString().startsWith("_index.md:6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\ncascade: {draft: true}\n", "+++\ndraft = true\n", "{\"draft\": true"})
    void a_header_without_an_end_is_a_problem(String text) throws IOException {
        Files.writeString(root.resolve("_index.md"), text);
        ConfigurationFiles read = read();
        new SiteFolder(root, read).header("_index.md");
        assertThat(read.faults()).singleElement().asString().startsWith("_index.md:1");
    }

    @Test
    void what_begins_with_template_code_has_no_header() throws IOException {
        Files.writeString(root.resolve("_index.md"), "{{< toc >}}\n");
        ConfigurationFiles read = read();
        new SiteFolder(root, read).header("_index.md");
        assertThat(read.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.yml=# remark\n- one\n- two\n",
                "a.yml=---\n\n- one\n- two\n",
                "a.yml=[one,\n two]\n",
                "a.json=// remark\n[\"one\", /* and */ \"two\",]\n",
                "a.json=\uFEFF\n[\"one\", \"two\"]\n"
            })
    void data_may_be_a_list_wherever_it_begins(String file) throws IOException {
        String name = file.substring(0, file.indexOf('='));
        Files.writeString(root.resolve(name), file.substring(file.indexOf('=') + 1));
        ConfigurationFiles read = read();
        SiteFolder folder = new SiteFolder(root, read);
        assertThat(folder.node(name))
                .isInstanceOfSatisfying(
                        Sequence.class, list -> assertThat(list.items()).hasSize(2));
        assertThat(folder.table(name).values()).isEmpty();
        assertThat(folder.fields(name, "posts/").values()).isEmpty();
        assertThat(read.faults()).isEmpty();
        folder.fields(name);
        assertThat(read.faults()).singleElement().asString().contains("must be a mapping of keys to values");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"words\"", "3", "null", "// nothing\n", "{\n// \"a\": 1,\n\"b\": {\"c\": 2,},\n}\n"})
    void json_with_remarks_is_read_as_its_authors_write_it(String text) throws IOException {
        Files.writeString(root.resolve("tsconfig.json"), text);
        ConfigurationFiles read = read();
        Mapping fields = new SiteFolder(root, read).fields("tsconfig.json", "tsconfig");
        assertThat(Config.of("", fields).values()).isEqualTo(text.contains("b") ? Map.of("b.c", "2") : Map.of());
        assertThat(read.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} x", "{\"a\": }", "[", "{\"a\": 1"})
    void unreadable_json_is_a_problem(String text) throws IOException {
        Files.writeString(root.resolve("a.json"), text);
        ConfigurationFiles read = read();
        new SiteFolder(root, read).fields("a.json", "a");
        assertThat(read.faults()).singleElement().asString().startsWith("a.json:1: not valid JSON");
    }

    @Test
    void of_one_that_is_not_valid_the_last_valid_text_counts() throws IOException {
        Path site = Files.createDirectories(root.resolve("blog"));
        Files.writeString(site.resolve("hugo.toml"), "title = [\n");
        Files.writeString(site.resolve("good.toml"), "title = 'now'\n");
        before.put("blog/hugo.toml", "title = 'before'\n");
        ConfigurationFiles read = read();
        SiteFolder folder = new SiteFolder(site, read);
        assertThat(Config.of("", folder.fields("hugo.toml")).text("title")).isEqualTo("before");
        assertThat(Config.of("", folder.fields("good.toml")).text("title")).isEqualTo("now");
        assertThat(folder.text("hugo.toml")).isEqualTo("title = 'before'\n");
        assertThat(folder.unreadable()).isEqualTo(UnreadableConfigurations.NONE);
        assertThat(read.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.effect()).isEqualTo(Effect.LAST_TEXT))
                .asString()
                .startsWith("blog/hugo.toml:");
        assertThat(read.takeTexts())
                .containsOnly(
                        Map.entry("blog/hugo.toml", "title = 'before'\n"),
                        Map.entry("blog/good.toml", "title = 'now'\n"));
    }

    @Test
    void a_configuration_that_was_never_valid_leaves_open_what_it_holds_back() throws IOException {
        for (String name : new String[] {"_config.yml", "authors.yml", "posts/posts.json", "posts/a.json"}) {
            Files.createDirectories(root.resolve("posts"));
            Files.writeString(root.resolve(name), "[: {");
        }
        ConfigurationFiles read = read();
        SiteFolder folder = new SiteFolder(root, read);
        folder.table("authors.yml");
        assertThat(folder.unreadable()).isEqualTo(UnreadableConfigurations.NONE);
        folder.fields("posts/posts.json", "posts/");
        folder.fields("posts/a.json", "pages/a");
        assertThat(folder.unreadable().of("posts/b.md")).isEqualTo("posts/posts.json");
        assertThat(folder.unreadable().of("pages/a.md")).isEqualTo("posts/a.json");
        assertThat(folder.unreadable().of("pages/ab.md")).isNull();
        folder.fields("_config.yml");
        assertThat(folder.unreadable().of("pages/ab.md")).isEqualTo("_config.yml");
        assertThat(read.faults())
                .extracting(ConfigFault::effect)
                .containsExactly(Effect.EXCLUDED, Effect.HELD_BACK, Effect.HELD_BACK, Effect.HELD_BACK);
        assertThat(read.takeTexts()).isEmpty();
    }

    private List<String> limits(SiteLimits limits, String file) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), "x: [1, 2, 3]\n");
        ConfigurationFiles files = new ConfigurationFiles(root, LastValidConfigurations.NONE, limits);
        new SiteFolder(root, files).files("content", path -> true);
        DataFiles.read(new SiteFolder(root, files), "_data", "data.");
        return files.faults().stream().map(ConfigFault::toString).toList();
    }

    @Test
    void where_a_limit_is_reached_is_said() throws IOException {
        assertThat(limits(new SiteLimits(2, 9, 99, 9, 99, 9), "content/a/b/c.md"))
                .containsExactly("content/a/b: folders must not stand more than 2 deep in one another"
                        + " ('generator.max-depth' says how much it may); what is beyond is not looked at");
        assertThat(limits(new SiteLimits(3, 9, 99, 9, 99, 9), "content/d.md")).isEmpty();
        assertThat(limits(new SiteLimits(3, 1, 99, 9, 99, 9), "content/d.md"))
                .singleElement()
                .asString()
                .startsWith("content: the folder must not hold more than 1 files (");
        assertThat(limits(new SiteLimits(3, 9, 99, 9, 99, 4), "_data/a.yml")).isEmpty();
        assertThat(limits(new SiteLimits(3, 9, 99, 9, 99, 3), "_data/a.yml"))
                .singleElement()
                .asString()
                .startsWith("_data/a.yml: data must not have more than 3 values (");
        assertThat(limits(new SiteLimits(3, 9, 99, 9, 12, 9), "_data/a.yml"))
                .singleElement()
                .asString()
                .startsWith("_data/a.yml: data must not have more than 12 bytes (");
        assertThat(limits(new SiteLimits(3, 9, 12, 9, 99, 9), "_data/a.yml"))
                .singleElement()
                .asString()
                .startsWith("_data/a.yml: data must not be larger than 12 bytes (");
        assertThat(limits(new SiteLimits(3, 9, 99, 1, 99, 9), "_data/b.yml"))
                .singleElement()
                .asString()
                .startsWith("_data: the folder must not hold more than 1 files of data (");
    }
}
