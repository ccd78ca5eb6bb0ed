package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Article;
import dev.feedmill.article.Attachment;
import dev.feedmill.dialect.SiteFinder;
import dev.feedmill.dialect.config.LastValidConfigurations;
import dev.feedmill.dialect.config.PathPatterns;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.problem.Parsed;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.header.SourceFile;
import dev.feedmill.web.ServerUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that articles name, found where the generator of each looks for them. */
class DialectFilesTest {
    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Article read(String path, String text) {
        ArticleReader reader = new ArticleReader(
                new ReadingRules(null, null, List.of("_drafts"), 5 << 20, 1 << 16, 300, ServerUrl.URL),
                new SiteFinder(folder, new PathPatterns(List.of(), List.of()), LastValidConfigurations.NONE)
                        .find("auto"),
                Readers.sanitizer(),
                new MediaFolder(folder, 1 << 20));
        assertThat(reader.isArticle(path)).isTrue();
        SourceFile file = new SourceFile(path, text.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        Parsed<Article> read = reader.read(file, Readers.NOW);
        assertThat(read.problems())
                .filteredOn(problem -> problem.message().contains("there is no"))
                .isEmpty();
        return ((Parsed.Read<Article>) read).value();
    }

    @ParameterizedTest(name = "{0} {2}: {3}")
    @CsvSource(
            delimiter = '¦',
            value = {
                // a generator ¦ what marks it ¦ the article ¦ what it says ¦ the file that is meant
                "plain ¦ readme.txt: ¦ a/post.md ¦ ![](x.png) ¦ a/x.png",
                "plain ¦ readme.txt: ¦ a/post.md ¦ ![](../b/x.png) ¦ b/x.png",
                "plain ¦ readme.txt: ¦ a/post.md ¦ ![](/b/x.png) ¦ b/x.png",
                "plain ¦ readme.txt: ¦ a/post.md ¦ ![](/img/x.png) ¦ static/img/x.png",
                "plain ¦ readme.txt: ¦ a/post.md ¦ ![](/img/x.png) ¦ public/img/x.png",
                "plain ¦ readme.txt: ¦ a/post.md ¦ ![](/img/x.png) ¦ assets/img/x.png",
                "plain ¦ readme.txt: ¦ a/post.md ¦ ![](/img/x.png) ¦ source/img/x.png",
                "plain ¦ readme.txt: ¦ a/post.md ¦ ![](<x y.png>) ¦ a/x y.png",
                "plain ¦ readme.txt: ¦ a/post.md ¦ ![](图%20片.png) ¦ a/图 片.png",
                "plain ¦ readme.txt: ¦ a/post.md ¦ ![](x.png?v=3#top) ¦ a/x.png",
                "plain ¦ readme.txt: ¦ a/post.md ¦ <img srcset='x.png 1x'> ¦ a/x.png",
                "plain ¦ readme.txt: ¦ a/post.md ¦ <picture><source srcset='x.avif'><img src='https://a.example/y.png'></picture> ¦ a/x.avif",
                "plain ¦ readme.txt: ¦ a/post.md ¦ <video src='https://a.example/x.mp4' poster='x.png'></video> ¦ a/x.png",
                "plain ¦ readme.txt: ¦ a/post.md ¦ <audio><source src='x.mp3'></audio> ¦ a/x.mp3",
                "plain ¦ readme.txt: ¦ a/post.md ¦ [all of it](x.pdf) ¦ a/x.pdf",
                "plain ¦ readme.txt: ¦ a/post.html ¦ <img data-src='x.png'> ¦ a/x.png",
                "plain ¦ readme.txt: ¦ a/post.md ¦ ![[x.png]] ¦ deep/er/x.png",
                "obsidian ¦ .obsidian/app.json:{} ¦ a/post.md ¦ ![[x.png]] ¦ attachments/x.png",
                "obsidian ¦ .obsidian/app.json:{} ¦ a/post.md ¦ ![[x.mp3]] ¦ attachments/x.mp3",
                "obsidian ¦ .obsidian/app.json:{} ¦ a/post.md ¦ ![[X.WebM]] ¦ attachments/X.WebM",
                "obsidian ¦ .obsidian/app.json:{} ¦ a/post.md ¦ ![a song](x.mp3) ¦ attachments/x.mp3",
                "obsidian ¦ .obsidian/app.json:{} ¦ a/post.md ¦ ![[x.png|100]] ¦ attachments/x.png",
                "obsidian ¦ .obsidian/app.json:{} ¦ a/post.md ¦ ![[attachments/x.png]] ¦ attachments/x.png",
                "obsidian ¦ .obsidian/app.json:{} ¦ a/post.md ¦ ![](Pasted%20image.png) ¦ files/Pasted image.png",
                "hugo ¦ hugo.toml:baseURL='https://h.example/' ¦ content/post/walk/index.md ¦ ![](x.png) ¦ content/post/walk/x.png",
                "hugo ¦ hugo.toml:baseURL='https://h.example/' ¦ content/post/walk.md ¦ ![](/img/x.png) ¦ static/img/x.png",
                "hugo ¦ hugo.toml:baseURL='https://h.example/' ¦ content/post/walk.md ¦ ![](x.png) ¦ static/post/walk/x.png",
                "hugo ¦ hugo.toml:baseURL='https://h.example/' ¦ content/post/walk.md ¦ {{< figure src=\"/img/x.png\" >}} ¦ static/img/x.png",
                "hugo ¦ hugo.toml:baseURL='https://h.example/' ¦ content/post/walk/index.md ¦ {{< figure src=\"x.png\" >}} ¦ content/post/walk/x.png",
                "hugo ¦ hugo.toml:baseURL='https://h.example/sub/' ¦ content/post/walk.md ¦ ![](/sub/img/x.png) ¦ static/img/x.png",
                "hugo ¦ hugo.toml:baseURL='https://h.example/'#staticDir='files' ¦ content/post/walk.md ¦ ![](/img/x.png) ¦ files/img/x.png",
                "zola ¦ zola.toml:base_url='https://z.example' ¦ content/walk/index.md ¦ ![](x.png) ¦ content/walk/x.png",
                "zola ¦ zola.toml:base_url='https://z.example' ¦ content/walk.md ¦ ![](/img/x.png) ¦ static/img/x.png",
                "hexo ¦ _config.yml:title: a#package.json:{\"hexo\":{}} ¦ source/_posts/walk.md ¦ ![](x.png) ¦ source/_posts/walk/x.png",
                "hexo ¦ _config.yml:title: a#package.json:{\"hexo\":{}} ¦ source/_posts/walk.md ¦ ![](walk/x.png) ¦ source/_posts/walk/x.png",
                "hexo ¦ _config.yml:title: a#package.json:{\"hexo\":{}} ¦ source/_posts/walk.md ¦ {% asset_img x.png A walk %} ¦ source/_posts/walk/x.png",
                "hexo ¦ _config.yml:title: a#package.json:{\"hexo\":{}} ¦ source/_posts/walk.md ¦ {% asset_img class x.png 100 200 %} ¦ source/_posts/walk/x.png",
                "hexo ¦ _config.yml:title: a#package.json:{\"hexo\":{}} ¦ source/_posts/walk.md ¦ <img src='{% asset_path x.png %}'> ¦ source/_posts/walk/x.png",
                "hexo ¦ _config.yml:title: a#package.json:{\"hexo\":{}} ¦ source/_posts/walk.md ¦ {% asset_link x.zip all %} ¦ source/_posts/walk/x.zip",
                "hexo ¦ _config.yml:title: a#package.json:{\"hexo\":{}} ¦ source/_posts/walk.md ¦ ![](/images/x.png) ¦ source/images/x.png",
                "hexo ¦ _config.yml:title: a#package.json:{\"hexo\":{}} ¦ source/_posts/walk.md ¦ ![](../images/x.png) ¦ source/images/x.png",
                "jekyll ¦ _config.yml:title: a#Gemfile:gem 'jekyll' ¦ _posts/2024-05-01-walk.md ¦ ![](/assets/x.png) ¦ assets/x.png",
                "jekyll ¦ _config.yml:baseurl: /b#Gemfile:gem 'jekyll' ¦ _posts/2024-05-01-walk.md ¦ ![]({{ site.baseurl }}/assets/x.png) ¦ assets/x.png",
                "jekyll ¦ _config.yml:baseurl: /b#Gemfile:gem 'jekyll' ¦ _posts/2024-05-01-walk.md ¦ ![]({{ '/assets/x.png' | relative_url }}) ¦ assets/x.png",
                "jekyll ¦ _config.yml:title: a#Gemfile:gem 'jekyll' ¦ _posts/2024-05-01-walk.md ¦ ![](../assets/x.png) ¦ assets/x.png",
                "eleventy ¦ .eleventy.js:module.exports={} ¦ posts/walk.md ¦ ![](/img/x.png) ¦ public/img/x.png",
                "eleventy ¦ .eleventy.js:module.exports={} ¦ posts/walk.md ¦ ![](/img/x.png) ¦ img/x.png",
                "eleventy ¦ .eleventy.js:module.exports=()=>({dir:{input:'src'}}) ¦ src/posts/walk.md ¦ ![](/img/x.png) ¦ src/img/x.png",
                "eleventy ¦ .eleventy.js:module.exports={} ¦ posts/walk/walk.md ¦ ![](./x.png) ¦ posts/walk/x.png",
                "astro ¦ astro.config.mjs:export default {} ¦ src/content/blog/walk.md ¦ ![](./x.png) ¦ src/content/blog/x.png",
                "astro ¦ astro.config.mjs:export default {} ¦ src/content/blog/walk.md ¦ ![](../../assets/x.png) ¦ src/assets/x.png",
                "astro ¦ astro.config.mjs:export default {} ¦ src/content/blog/walk.md ¦ ![](/x.png) ¦ public/x.png",
                "docusaurus ¦ docusaurus.config.js:module.exports={} ¦ blog/2024-05-01-walk.md ¦ ![](./x.png) ¦ blog/x.png",
                "docusaurus ¦ docusaurus.config.js:module.exports={} ¦ blog/2024-05-01-walk.md ¦ ![](/img/x.png) ¦ static/img/x.png",
                "docusaurus ¦ docusaurus.config.js:module.exports={} ¦ blog/2024-05-01-walk.md ¦ ![](@site/static/img/x.png) ¦ static/img/x.png",
                "docusaurus ¦ docusaurus.config.js:module.exports={baseUrl:'/b/',url:'https://d.example'} ¦ blog/2024-05-01-walk.md ¦ ![](/b/img/x.png) ¦ static/img/x.png",
                "docusaurus ¦ docusaurus.config.js:module.exports={} ¦ blog/2024-05-01-walk/index.mdx ¦ <img src={require('./x.png').default} /> ¦ blog/2024-05-01-walk/x.png",
                "docusaurus ¦ docusaurus.config.js:module.exports={} ¦ blog/2024-05-01-walk/index.mdx ¦ <Image img={require(\"./x.png\")} src={require(\"./x.png\")} /> ¦ blog/2024-05-01-walk/x.png",
                "docusaurus ¦ docusaurus.config.js:module.exports={} ¦ blog/2024-05-01-walk/index.mdx ¦ <img src={useBaseUrl('/img/x.png')} /> ¦ static/img/x.png",
                "gatsby ¦ gatsby-config.js:module.exports={} ¦ content/blog/walk/index.md ¦ ![](./x.png) ¦ content/blog/walk/x.png",
                "gatsby ¦ gatsby-config.js:module.exports={} ¦ content/blog/walk/index.md ¦ ![](/x.png) ¦ static/x.png",
                "pelican ¦ pelicanconf.py:PATH='content' ¦ content/walk.md ¦ ![]({static}/images/x.png) ¦ content/images/x.png",
                "pelican ¦ pelicanconf.py:PATH='content' ¦ content/a/walk.md ¦ ![]({static}x.png) ¦ content/a/x.png",
                "pelican ¦ pelicanconf.py:PATH='content' ¦ content/a/walk.md ¦ ![]({attach}x.png) ¦ content/a/x.png",
                "pelican ¦ pelicanconf.py:PATH='content' ¦ content/a/walk.md ¦ ![](|filename|/images/x.png) ¦ content/images/x.png",
                "pelican ¦ pelicanconf.py:PATH='content' ¦ content/a/walk.md ¦ ![](/images/x.png) ¦ content/images/x.png",
                "vitepress ¦ .vitepress/config.mts:export default {} ¦ posts/walk.md ¦ ![](/x.png) ¦ public/x.png",
                "vitepress ¦ docs/.vitepress/config.mts:export default {} ¦ docs/posts/walk.md ¦ ![](/x.png) ¦ docs/public/x.png",
                "vitepress ¦ .vitepress/config.mts:export default {srcDir:'src'} ¦ src/posts/walk.md ¦ ![](/x.png) ¦ src/public/x.png",
                "vitepress ¦ .vitepress/config.mts:export default {base:'/b/'} ¦ posts/walk.md ¦ ![](./x.png) ¦ posts/x.png",
                "mkdocs ¦ mkdocs.yml:site_name: a ¦ docs/blog/posts/walk.md ¦ ![](../../img/x.png) ¦ docs/img/x.png",
                "nikola ¦ conf.py:BLOG_TITLE='a' ¦ posts/walk.md ¦ ![](/images/x.png) ¦ images/x.png",
                "nikola ¦ conf.py:BLOG_TITLE='a' ¦ posts/walk.md ¦ ![](/x.png) ¦ files/x.png"
            })
    void a_file_is_found_where_the_generator_looks(
            String generator, String marks, String article, String body, String file) throws IOException {
        for (String mark : marks.split("#(?=[\\w./]+[:=])", -1)) {
            boolean more = mark.contains("staticDir");
            int colon = more ? -1 : mark.indexOf(':');
            String name = more ? "hugo.toml" : mark.substring(0, colon);
            Path old = folder.resolve(name);
            write(name, (Files.exists(old) ? Files.readString(old) + "\n" : "") + mark.substring(colon + 1) + "\n");
        }
        write(file, "bytes");
        String header = article.endsWith(".html") ? "" : "---\ntitle: Walk\ndate: 2024-05-01\n---\n";
        write(article, header + body + "\n");

        Article read = read(article, header + body + "\n");

        assertThat(read.attachments().files()).extracting(Attachment::path).containsExactly(file);
        assertThat(read.body().stored())
                .contains(read.attachments().files().get(0).url());
    }

    @Test
    void a_picture_that_a_program_imports_is_found() throws IOException {
        write("astro.config.mjs", "export default {}\n");
        write("src/assets/x.png", "bytes");
        String header = "---\ntitle: Walk\ndate: 2024-05-01\n---\n\nimport walk from '../../assets/x.png';\n\n";

        Article component = read("src/content/blog/walk.mdx", header + "<Image src={walk} alt=\"A walk\" />\n");
        Article element = read("src/content/blog/walk.mdx", header + "<img src={walk.src} alt=\"A walk\" />\n");

        assertThat(component.attachments().files()).extracting(Attachment::path).containsExactly("src/assets/x.png");
        assertThat(element.attachments()).isEqualTo(component.attachments());
        assertThat(element.body().stored()).contains("/files/src/assets/x.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "cover: x.png",
                "image: ./x.png",
                "thumbnail: /img/x.png",
                "thumbnail: img/x.png",
                "banner: {image: /img/x.png}",
                "cover: {image: x.png}",
                "header: {teaser: /img/x.png}",
                "images: [x.png]",
                "heroImage: ./x.png",
                "og_image: /img/x.png"
            })
    void pictures_of_the_front_matter_are_found_as_those_of_the_text_are(String line) throws IOException {
        write("hugo.toml", "baseURL = 'https://h.example/'\n");
        String file = line.contains("img/") ? "static/img/x.png" : "content/post/walk/x.png";
        write(file, "bytes");
        String text = "---\ntitle: Walk\ndate: 2024-05-01\n" + line + "\n---\n![](y.png)\n";
        write("content/post/walk/y.png", "bytes");

        Article read = read("content/post/walk/index.md", text);

        assertThat(read.image()).isNotNull();
        assertThat(read.attachments().at(read.image())).map(Attachment::path).contains(file);
    }
}
