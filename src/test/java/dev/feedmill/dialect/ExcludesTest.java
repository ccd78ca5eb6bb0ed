package dev.feedmill.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.dialect.config.PathPatterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What generators leave out because their configurations say so; {@code ⏎} stands for the end of a line. */
class ExcludesTest {
    @TempDir
    Path folder;

    private final Map<String, String> before = new HashMap<>();

    private Sites sites(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text.replace("⏎", "\n"));
        return new SiteFinder(folder, PathPatterns.ALL, before::get).find("auto");
    }

    private void assertKeeps(String file, String text, String out, String kept) throws IOException {
        Sites sites = sites(file, text);
        assertThat(sites.all()).hasSize(1);
        assertThat(sites.files().faults()).isEmpty();
        for (String path : out.split(" ", -1)) {
            assertThat(sites.isArticle(path)).as(path).isFalse();
        }
        for (String path : kept.split(" ", -1)) {
            assertThat(sites.isArticle(path)).as(path).isTrue();
            assertThat(sites.exclusionReason(path)).as(path).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "skip_render: _posts/raw.md ; raw.md ; raws.md a/raw.md",
                "skip_render: [_posts/raw/**] ; raw/a.md ; raw.md",
                "skip_render: '_posts/raw/*' ; raw/a.md ; b/raw/a.md",
                "skip_render: '_posts/*.{txt,htm}' ; a.txt b.htm ; a.md c/a.txt",
                "skip_render: '_posts/[ab]*.md' ; a1.md b.md ; c.md",
                "skip_render: '_posts/[!ab]*.md' ; c.md ; a1.md",
                "skip_render: '_posts/@(one|two).md' ; one.md two.md ; three.md",
                "skip_render: '_posts/*.(txt|htm)' ; a.txt ; a.md",
                "skip_render: '_posts/!(a).md' ; b.md ; d/b.md",
                "exclude: ['_posts/old/**'] ; old/a.md ; a.md",
                "ignore: ['**/old'] ; old/a.md ; older/a.md",
                "post_asset_folder: true ; a/frame.html ; a/b.md"
            })
    void hexo(String config, String out, String kept) throws IOException {
        Files.createDirectories(folder.resolve("source/_posts"));
        assertKeeps(
                "_config.yml",
                config,
                ("source/_posts/" + out).replace(" ", " source/_posts/"),
                ("source/_posts/" + kept).replace(" ", " source/_posts/"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exclude: [_posts/old]                              | _posts/old/2024-01-02-a.md        | _posts/2024-01-02-a.md",
                "exclude: [_posts/2023]                             | _posts/2023-01-02-a.md            | _posts/2024-01-02-a.md",
                "exclude: ['*-secret.md']                           | _posts/2024-01-02-a-secret.md     | _posts/2024-01-02-a.md",
                "exclude: ['_posts/*-[ab].md']                      | _posts/2024-01-02-a.md            | _posts/2024-01-02-c.md",
                "exclude: [_posts/2023]⏎include: [2023-01-02-a.md]  | _posts/2023-01-03-a.md            | _posts/2023-01-02-a.md",
                "title: A                                           | vendor/bundle/_posts/2024-01-02-a.md _wip/_posts/2024-01-02-a.md | notes/_posts/2024-01-02-a.md",
                "include: [_wip]                                    | _other/_posts/2024-01-02-a.md     | _wip/_posts/2024-01-02-a.md"
            })
    void jekyll(String config, String out, String kept) throws IOException {
        Files.createDirectories(folder.resolve("_layouts"));
        assertKeeps("_config.yml", config, out, kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ignoreFiles: ['\\.raw\\.md$']             | content/a.raw.md            | content/a.md content/a.raw.mdx",
                "ignoreFiles: ['posts/old$']               | content/posts/old/a.md      | content/posts/older/a.md",
                "ignoreFiles: 'notes'                      | content/my-notes.md         | content/a.md",
                "IgnoreFiles: ['a\\.md']                   | content/a.md                | content/b.md",
                "languages: {en: {ignoreFiles: ['a\\.md']}} | content/a.md               | content/b.md",
                "module: {mounts: [{source: content, target: content, excludeFiles: 'Posts/old/*'}]}    | content/posts/old/a.md | content/posts/a.md",
                "module: {mounts: [{source: content, target: content, excludeFiles: [old]}]}            | content/old/a.md       | content/a.md content/b/old/a.md",
                "module: {mounts: [{source: content, target: content, includeFiles: ['posts/**']}]}     | content/a.md           | content/posts/b/a.md",
                "module: {mounts: [{source: content, target: content, includeFiles: [a.md], excludeFiles: ['*']}]} | content/b.md | content/a.md",
                "module: {mounts: [{source: content, target: content, files: ['! docs/*']}]}            | content/docs/a.md      | content/a.md",
                "module: {mounts: [{source: content, target: content, files: ['posts/**', '! **/x.md']}]} | content/a.md content/posts/x.md | content/posts/a.md"
            })
    void hugo(String config, String out, String kept) throws IOException {
        assertKeeps("hugo.yaml", config, out, kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ARTICLE_EXCLUDES = ['notes']                        | content/notes/a.md content/pages/a.md | content/a.md content/b/notes/a.md",
                "ARTICLE_EXCLUDES = ('a/notes/',)                    | content/a/notes/a.md                  | content/notes/a.md",
                "ARTICLE_PATHS = ['blog', 'news']                    | content/a.md content/blogs/a.md       | content/blog/a.md content/news/b/a.md",
                "PAGE_PATHS = ['info']                               | content/info/a.md                     | content/a.md content/pages/a.md",
                "ARTICLE_PATHS = ['articles']⏎PAGE_PATHS = ['']      | content/a.md                          | content/articles/a.md",
                "IGNORE_FILES = ['*.draft.md', 'wip', 'x[0-9].md']   | content/b/a.draft.md content/wip/a.md content/x1.md | content/a.md content/x.md",
                "PATH = 'src'⏎ARTICLE_EXCLUDES = ['notes']           | src/notes/a.md                        | src/a.md",
                "READERS = {'html': None}                            | content/a.html                        | content/a.md"
            })
    void pelican(String config, String out, String kept) throws IOException {
        assertKeeps("pelicanconf.py", config, out, kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exclude_docs: notes.md                              | docs/notes.md docs/a/notes.md | docs/mynotes.md",
                "exclude_docs: |⏎  /old⏎  *.raw.md # as they came⏎   | docs/old/a.md docs/b/c.raw.md | docs/b/old/a.md",
                "exclude_docs: |⏎  *.md⏎  !keep.md⏎                  | docs/a.md                     | docs/b/keep.md",
                "exclude_docs: |⏎  old/⏎  !keep.md⏎                  | docs/old/keep.md              | docs/keep.md docs/old.md",
                "draft_docs: 'a/**/b.md'                             | docs/a/b.md docs/a/x/b.md     | docs/b.md",
                "plugins: [exclude: {glob: ['old/*', '*.raw.md']}]   | docs/old/b/a.md docs/b/c.raw.md | docs/a.md",
                "plugins: {exclude: {regex: 'old/.*'}}               | docs/old/a.md                 | docs/my/old/a.md",
                "plugins: [blog]                                     | docs/blog/index.md            | docs/blog/posts/a.md docs/a.md",
                "plugins: [material/blog: {blog_dir: ., post_dir: news}] | docs/index.md             | docs/news/a.md"
            })
    void mkdocs(String config, String out, String kept) throws IOException {
        assertKeeps("mkdocs.yml", config, out, kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c.ignores.add('notes');                     | notes/a.md           | a.md b/notes/a.md",
                "c.ignores.add(`./${x}/raw.md`)              | a/raw.md             | raw/a.md",
                "c.ignores.add('**/*.raw.md');               | a/b.raw.md           | a/b.md",
                "// c.ignores.add('a.md')                    | _includes/a.md       | a.md",
                "return {dir: {includes: 'parts', output: 'out'}} | parts/a.md out/a.md | a.md",
                "return {dir: {input: 'src', layouts: 'frames'}}  | src/frames/a.md frames/a.md | src/a.md",
                "c.setInputDirectory('src'); c.setIncludesDirectory('parts'); | src/parts/a.md a.md | src/a.md"
            })
    void eleventy(String program, String out, String kept) throws IOException {
        assertKeeps("eleventy.config.js", "export default function (c) {⏎" + program + "⏎}", out, kept);
    }

    @Test
    void eleventy_leaves_out_what_ignore_files_name() throws IOException {
        Files.writeString(folder.resolve(".eleventyignore"), "# mine\nnotes/\n!notes/a.md\n");
        Files.writeString(folder.resolve(".gitignore"), "private\n*.raw.md\n");
        assertKeeps(
                "eleventy.config.js",
                "export default {}",
                "notes/a.md private/a.md a.raw.md",
                "a.md b/notes/a.md b/a.raw.md");
    }

    @Test
    void eleventy_may_be_set_to_look_at_no_gitignore() throws IOException {
        Files.writeString(folder.resolve(".gitignore"), "private\n");
        Files.writeString(folder.resolve(".eleventyignore"), "notes\n");
        assertKeeps(
                "eleventy.config.js",
                "export default function (c) { c.setUseGitIgnore(false) }",
                "notes/a.md",
                "private/a.md");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "blog: {path: 'blog'}           | blog/_a.md blog/_b/a.md blog/b/__tests__/a.md | blog/a.md",
                "blog: {exclude: ['old/**']}    | blog/old/a.md i18n/fr/docusaurus-plugin-content-blog/old/a.md | blog/a.md blog/_a.md i18n/fr/docusaurus-plugin-content-blog/a.md",
                "blog: {include: ['*.md']}      | blog/a.mdx blog/b/a.md                        | blog/a.md",
                "blog: {path: 'news', exclude: ['**/x.*']} | news/b/x.md news/x.md                 | news/a.md"
            })
    void docusaurus(String options, String out, String kept) throws IOException {
        assertKeeps("docusaurus.config.js", "module.exports = {presets: [['classic', {" + options + "}]]}", out, kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".vitepress | srcExclude: ['**/TODO.md', 'wip']            | TODO.md a/TODO.md wip/a.md dist/a.md | a.md",
                ".vitepress | srcDir: 'src', srcExclude: ['old/**']        | src/old/a.md                         | src/a.md src/b/old/a.md",
                ".vuepress  | pagePatterns: ['posts/**/*.md', '!**/x.md']  | a.md posts/x.md                      | posts/b/a.md"
            })
    void vitepress(String site, String options, String out, String kept) throws IOException {
        assertKeeps(site + "/config.js", "export default {" + options + "}", out, kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'*.raw.md'            | content/a.raw.md content/b/a.raw.md | content/a.md",
                "'old/*'               | content/old/b/a.md                  | content/a.md",
                "'*.{txt,raw.md}'      | content/a.txt                       | content/a.md"
            })
    void zola(String globs, String out, String kept) throws IOException {
        String glob = "ignored_content = [" + globs.strip().replaceAll("^'?|'?$", "\"") + "]";
        assertKeeps("config.toml", "base_url = 'https://b.test'⏎" + glob, out, kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POSTS = (('posts/*.md', 'posts', 'post.tmpl'),)  | posts/a.txt pages/a.md | posts/a.md posts/b/a.md",
                "POSTS = [('blog/*.md', 'blog', 'p'), ('blog/*.html', 'blog', 'p')] | blog/a.txt | blog/a.html blog/a.md"
            })
    void nikola(String posts, String out, String kept) throws IOException {
        assertKeeps("conf.py", "BLOG_TITLE = 'A'⏎" + posts, out, kept);
    }

    @Test
    void astro_leaves_out_what_begins_with_an_underscore() throws IOException {
        assertKeeps(
                "astro.config.mjs",
                "export default {}",
                "src/content/blog/_a.md src/pages/_parts/a.md",
                "src/content/blog/a.md src/pages/a_b.md");
    }

    @Test
    void astro_loads_what_collections_name() throws IOException {
        Files.writeString(folder.resolve("astro.config.mjs"), "export default {}");
        assertKeeps(
                "src/content.config.ts",
                "const blog = defineCollection({ loader: glob({ base: './src/content/blog', pattern: '**/[^_]*.{md,mdx}' }) });⏎"
                        + "const notes = defineCollection({ loader: glob({ pattern: ['**/*.md', '!old/**'], base: './src/notes' }) });",
                "src/content/blog/_a.md src/content/blog/a.txt",
                "src/content/blog/b/a.md src/content/other/a.md");
    }

    @Test
    void gatsby_leaves_out_what_the_reader_of_files_ignores() throws IOException {
        assertKeeps(
                "gatsby-config.js",
                "module.exports = {⏎plugins: [{resolve: 'gatsby-source-filesystem',⏎"
                        + "options: {path: `${__dirname}/content/blog`, name: 'blog', ignore: [`**/old/**`, '**/*.raw.md']}}]}",
                "content/blog/old/a.md content/blog/a.raw.md",
                "content/blog/a.md");
    }

    @Test
    void of_a_pattern_that_cannot_be_read_the_line_is_named_and_all_stays_in() throws IOException {
        Sites sites =
                sites("hugo.toml", "title = 'A'⏎ignoreFiles = ['\\.raw$',⏎'(?=never)']⏎baseURL = 'https://a.test'");
        assertThat(sites.isArticle("content/a.md")).isFalse();
        assertThat(sites.exclusionReason("content/a.md")).isEqualTo("'ignoreFiles' in hugo.toml");
        assertThat(sites.files().faults())
                .singleElement()
                .asString()
                .startsWith("hugo.toml:3: 'ignoreFiles' must be a regular expression")
                .endsWith("no file that it may leave out is an article until it is mended");
    }

    @Test
    void what_a_configuration_said_before_counts_while_a_pattern_in_it_cannot_be_read() throws IOException {
        before.put("hugo.toml", "ignoreFiles = ['one']\n");
        Sites sites = sites("hugo.toml", "title = 'A'⏎ignoreFiles = ['(?=never)']");
        assertThat(sites.isArticle("content/a.md")).isTrue();
        assertThat(sites.isArticle("content/one.md")).isFalse();
        assertThat(sites.files().takeTexts()).isEqualTo(before);
        assertThat(sites.files().faults())
                .singleElement()
                .asString()
                .startsWith("hugo.toml:2: 'ignoreFiles' must be a regular expression")
                .endsWith("what the file said before counts until it is mended");
    }

    @Test
    void a_file_that_is_left_out_says_by_what() throws IOException {
        Files.createDirectories(folder.resolve("source/_posts"));
        Sites sites = sites("_config.yml", "skip_render: _posts/a.md");
        assertThat(sites.exclusionReason("source/_posts/a.md")).isEqualTo("'skip_render' in _config.yml");
        assertThat(sites.exclusionReason("source/about.md")).isNull();
    }
}
