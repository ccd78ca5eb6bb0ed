package dev.feedmill;

import dev.feedmill.article.Visibility.Degree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every key that holds an article back, with a value that does, and the degree that it must have in each dialect. */
public final class HoldTable {
    /** Generators, each with a file by which its site is known and the folder of its posts. */
    public static final Map<String, List<String>> SITES = Map.ofEntries(
            Map.entry("astro", List.of("astro.config.mjs", "export default {}\n", "src/content/blog/")),
            Map.entry("docusaurus", List.of("docusaurus.config.js", "module.exports = {}\n", "blog/")),
            Map.entry("eleventy", List.of("eleventy.config.js", "module.exports = {}\n", "posts/")),
            Map.entry("gatsby", List.of("gatsby-config.js", "module.exports = {}\n", "content/blog/")),
            Map.entry("hexo", List.of("_config.yml", "title: x\n", "source/_posts/")),
            Map.entry("hugo", List.of("hugo.toml", "title = 'x'\n", "content/posts/")),
            Map.entry("jekyll", List.of("Gemfile", "gem 'jekyll'\n", "_posts/2024-01-02-")),
            Map.entry("mkdocs", List.of("mkdocs.yml", "site_name: x\nplugins: [blog]\n", "docs/blog/posts/")),
            Map.entry("nikola", List.of("conf.py", "BLOG_TITLE = 'x'\n", "posts/")),
            Map.entry("obsidian", List.of(".obsidian/app.json", "{}\n", "")),
            Map.entry("pelican", List.of("pelicanconf.py", "SITENAME = 'x'\n", "content/")),
            Map.entry("plain", List.of("notes.txt.bak", "x\n", "")),
            Map.entry("vitepress", List.of(".vitepress/config.mts", "export default {}\n", "posts/")),
            Map.entry("zola", List.of("config.toml", "base_url = 'https://zola.example.net'\n", "content/blog/")));

    private static final String NOWHERE = """
            draft: true
            draft: 'Yes'
            draft: not yet
            isDraft: true
            private: true
            is_private: yes
            secret: true
            internal: true
            confidential: true
            unpublished: true
            no-publish: true
            wip: true
            ignore: true
            skip: true
            disabled: true
            deleted: true
            trash: true
            headless: true
            password: letmein
            encrypt: true
            encrypted: true
            published: false
            published: 'no'
            is_published: false
            publish: false
            public: false
            is-public: no
            routable: false
            enabled: false
            render: false
            permalink: false
            build: {render: never}
            build: {render: link}
            _build: {render: false}
            status: draft
            status: Pending Review
            status: auto-draft
            state: unpublished
            post_status: trash
            publish-status: archived
            publicationStatus: withdrawn
            visibility: private
            visibility: members
            visibility: whatever
            params: {draft: true}
            extra: {private: true}
            expiryDate: 2024-02-01
            expire-date: 2024-02-01
            expiration_date: 2024-02-01
            expiry: 2024-02-01
            expires: 2024-02-01
            expires_on: 2024-02-01
            expiresAt: 2024-02-01T00:00:00Z
            unpublishDate: 2024-02-01
            unpublish_on: 2024-02-01
            unpublishAt: 2024-02-01
            publishUntil: 2024-02-01
            valid_until: 2024-02-01
            expiryDate: one of these days
            publishDate: 2999-01-01
            publish_date: soon
            """;
    private static final String PAGE_ONLY = """
            unlisted: true
            is_unlisted: true
            hidden: true
            isHidden: true
            hide: true
            exclude: true
            exclude_from_list: true
            exclude_from_lists: true
            exclude_from_collections: true
            eleventyExcludeFromCollections: true
            hide_from_list: true
            hide-from-lists: true
            hideInList: true
            listed: false
            isListed: false
            list: false
            visible: false
            showInList: false
            show_in_lists: false
            article: false
            build: {list: never}
            build: {list: local}
            _build: {list: false}
            status: hidden
            state: unlisted
            post_status: hidden
            publish_status: unlisted
            publication-status: hidden
            visibility: unlisted
            visibility: hidden
            params: {hidden: true}
            extra: {unlisted: true}
            """;
    private static final String NOT_IN_FEEDS = """
            exclude_from_feed: true
            exclude_from_feeds: true
            excludeFromRss: true
            feed_exclude: true
            rss_exclude: true
            feed: {exclude: true}
            rss: {exclude: true}
            hiddenInRss: true
            hiddenInFeed: true
            hideInRss: true
            hideInFeed: true
            hide_from_rss: true
            hide_from_feed: true
            hide_from_feeds: true
            feedHidden: true
            rssHidden: true
            disable_feed: true
            disableRss: true
            skip_feed: true
            skip-rss: true
            nofeed: true
            norss: true
            rss: false
            feed: false
            feed: exclude
            feeds: false
            atom: false
            rss_feed: false
            in_rss: false
            in_feed: false
            in_feeds: false
            showInRss: false
            showInFeed: false
            include_in_rss: false
            include_in_feed: false
            feed: {enable: false}
            feed: {enabled: false}
            rss: {enable: false}
            rss: {enabled: false}
            params: {hiddenInRss: true}
            """;

    private HoldTable() {}

    /** One line of front matter and what it means. */
    public record Row(String line, Degree degree) {}

    /** The degree in a dialect. */
    public static List<Row> rows(String dialect) {
        List<Row> rows = new ArrayList<>();
        NOWHERE.lines().forEach(line -> rows.add(new Row(line, Degree.NOWHERE)));
        PAGE_ONLY.lines().forEach(line -> rows.add(new Row(line, Degree.PAGE_ONLY)));
        NOT_IN_FEEDS.lines().forEach(line -> rows.add(new Row(line, Degree.NOT_IN_FEEDS)));
        boolean nikola = dialect.equals("nikola");
        rows.add(new Row("status: private", nikola ? Degree.PAGE_ONLY : Degree.NOWHERE));
        if (nikola) {
            rows.add(new Row("tags: [stones, private]", Degree.PAGE_ONLY));
            rows.add(new Row("tags: [stones, draft]", Degree.NOWHERE));
        }
        return rows;
    }

    /** The path of a post with a name in the folder of its site. */
    public static String path(String dialect, String name) {
        return dialect + "/" + SITES.getOrDefault(dialect, List.of("", "", "")).get(2) + name + ".md";
    }
}
