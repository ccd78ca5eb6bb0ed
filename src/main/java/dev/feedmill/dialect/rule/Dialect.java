package dev.feedmill.dialect.rule;

import dev.feedmill.dialect.address.Header;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.config.Bundles;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.Defaults;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.exclude.PathKey;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one generator means by the files of a site. Paths are below the root of the site, {@code /} between names. */
public interface Dialect {
    /** As it is named in settings. */
    String name();

    /** Whether a folder is the root of a site of this generator. */
    boolean isAt(SiteFolder folder);

    /** What the configuration of the site says; nothing of it is run. */
    default Config config(SiteFolder folder) {
        return Config.NONE;
    }

    /** What the configuration says of the site as a whole. */
    default SiteFacts facts(Config config) {
        return SiteFacts.of(config);
    }

    /** Whether a file that is read at all is an article, and not a list page, a template or a page beside the blog. */
    default boolean isArticle(Config config, String path) {
        return true;
    }

    /** Whether an article is held back because of where it lies. */
    default boolean isDraft(Config config, String path) {
        return false;
    }

    /** Whether the head of an HTML file is its front matter. */
    default boolean readsHtmlHeads() {
        return false;
    }

    /** What in front matter holds an article back, and how far. */
    default HoldRules holds() {
        return HoldRules.COMMON;
    }

    /** Which Markdown its articles are written in. */
    MarkdownRules markdown();

    /** The same where the configuration says more of it. */
    default MarkdownRules markdown(Config config) {
        return markdown();
    }

    /** Front matter that articles are given. */
    default Defaults defaults(SiteFolder folder, Config config) {
        return Defaults.NONE;
    }

    /** What leaves files out that are articles else; of several, the first that decides counts. */
    default List<PathKey> excludes(Config config) {
        return List.of();
    }

    /** Folders that are one article. */
    default Bundles bundles(SiteFolder folder, Config config) {
        return Bundles.NONE;
    }

    /** The language that an article has because of where it lies; null where that says nothing. */
    default @Nullable String language(Config config, String path) {
        return null;
    }

    /** What template code in its articles means. */
    TemplateRules template();

    /** The same where the configuration says more of it. */
    default TemplateRules template(Config config) {
        return template();
    }

    /** What template code means in an article with this front matter. */
    default TemplateRules template(Config config, Header header) {
        return template(config);
    }

    /** How articles take files in. */
    default Inclusion inclusion(Config config) {
        return Inclusion.NONE;
    }

    /** What names in front matter mean. */
    default NameRules names() {
        return NameRules.LABELS;
    }

    /** The same where the configuration says more of it. */
    default NameRules names(Config config) {
        return names();
    }

    /** The title of an article that names none, by the name of its file; null where it is looked for in its text first. */
    default @Nullable String titleOf(Post post) {
        return null;
    }

    /** Whether a heading with which a text begins is its title and not shown in it. */
    default boolean takesTitlesOut() {
        return false;
    }

    /** Whether the name of its file is the title of an article that has no other and no heading. */
    default boolean titlesFromFiles() {
        return false;
    }

    /** Categories that a file has because of where it lies. */
    default List<String> folderCategories(Config config, String path) {
        return List.of();
    }

    /** Whether those stand beside the categories that an article names; else only where it names none. */
    default boolean joinsFolderCategories() {
        return true;
    }

    /** Keys of the date of publication that come before all others. */
    default List<String> dateKeys() {
        return List.of();
    }

    /** Whether an article that must not be out before some day has the date of that day; else it keeps its own. */
    default boolean datesByRelease() {
        return true;
    }

    /**
     * The address that the generator gives an article, as a path of the website with the site's own path before it; null
     * where that cannot be known.
     */
    default @Nullable String address(Config config, Post post) {
        return null;
    }

    /**
     * The address of the page of a category, tag or author, which an article may link to by its name; null where the
     * generator has no such links.
     *
     * @param kind {@code category}, {@code tag} or {@code author}
     */
    default @Nullable String termAddress(Config config, String kind, String name) {
        return null;
    }

    /** Whether links may leave the ending of the file away that they lead to. */
    default boolean linksWithoutEnding() {
        return false;
    }

    /** The path that is put before links that begin at the root of the site; null where they are left as they are. */
    default @Nullable String linkRoot(Config config) {
        return null;
    }

    /** What ends the summary of an article besides the marks that every dialect knows; null for nothing. */
    default @Nullable String summaryEnd(Config config) {
        return null;
    }

    /** Whether relative pictures start from the root of the site, whatever page they are on. */
    default boolean picturesFromRoot(Config config) {
        return false;
    }

    /** Folders that links from the root of the site start from, the nearest first. */
    default List<String> contentFolders(Config config) {
        return List.of("");
    }

    /** Folders whose files the generator copies to the root of the site. */
    default List<String> staticFolders(Config config) {
        return List.of("static", "public", "assets", "source");
    }

    /** The path of the site on its host where no address of it is known; empty for its root. */
    default String basePath(Config config) {
        String root = linkRoot(config);
        return root == null ? "" : root;
    }

    /** Whether a file that is not where it is looked for is found by its name alone. */
    default boolean findsFilesByName() {
        return false;
    }

    /** What aliases are. */
    default AliasRule aliases() {
        return AliasRule.FROM_ROOT;
    }

    /** Keys under which an article declares the id of its entries, the first that is there. */
    default List<String> idKeys() {
        return List.of("guid", "id", "uuid");
    }

    /**
     * The id that the generator's own feed gave an article.
     *
     * @param link where the article lives, absolute
     */
    default String entryId(Post post, String link) {
        return link;
    }

    /** Paths at which the generator had feeds: of everything, or with a placeholder as {@link FeedPath} has them. */
    default Set<String> feedPaths() {
        return Set.of();
    }

    /** The same where the configuration says it. */
    default Set<String> feedPaths(Config config) {
        return feedPaths();
    }

    /** The format of feeds whose path does not say it. */
    default String feedFormat() {
        return "rss";
    }

    /** Names of people by the keys that articles have for them. */
    default Map<String, String> authors(SiteFolder folder, Config config) {
        return Map.of();
    }

    /** Tags by the keys that articles have for them. */
    default Map<String, String> tags(SiteFolder folder, Config config) {
        return Map.of();
    }
}
