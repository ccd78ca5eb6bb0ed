package dev.feedmill.dialect.rule;

import dev.feedmill.dialect.address.Header;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.FrontMatterDefaults;
import dev.feedmill.dialect.config.PageBundles;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.exclude.PatternKey;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one generator interprets the files of a site. Paths are relative to the root of the site, with {@code /} between
 * names.
 */
public interface Dialect {
    /** Returns its name, as in the settings. */
    String name();

    /** Returns whether a folder is the root of a site of this generator. */
    boolean isAt(SiteFolder folder);

    /** Reads the configuration of the site, without running code. */
    default Config config(SiteFolder folder) {
        return Config.NONE;
    }

    /** Returns what the configuration says of the site as a whole. */
    default SiteFacts facts(Config config) {
        return SiteFacts.of(config);
    }

    /** Returns whether a readable file is an article, and not a list page, a template or a page beside the blog. */
    default boolean isArticle(Config config, String path) {
        return true;
    }

    /** Returns whether an article is held back because of its location. */
    default boolean isDraft(Config config, String path) {
        return false;
    }

    /** Returns whether the head of an HTML file is its front matter. */
    default boolean readsHtmlHeads() {
        return false;
    }

    /** Returns the front matter keys that hold an article back, and how far. */
    default HoldRules holdRules() {
        return HoldRules.COMMON;
    }

    /** Returns the Markdown rules of its articles. */
    MarkdownRules markdown();

    /** Returns the Markdown rules under this configuration. */
    default MarkdownRules markdown(Config config) {
        return markdown();
    }

    /** Returns the front matter defaults of articles. */
    default FrontMatterDefaults defaults(SiteFolder folder, Config config) {
        return FrontMatterDefaults.NONE;
    }

    /** Returns exclusions of files that would otherwise be articles; the first match decides. */
    default List<PatternKey> exclusions(Config config) {
        return List.of();
    }

    /** Returns the folders that are one article. */
    default PageBundles bundles(SiteFolder folder, Config config) {
        return PageBundles.NONE;
    }

    /** Returns the language of an article by its location; null if that names none. */
    default @Nullable String language(Config config, String path) {
        return null;
    }

    /** Returns the template rules of its articles. */
    TemplateRules template();

    /** Returns the template rules under this configuration. */
    default TemplateRules template(Config config) {
        return template();
    }

    /** Returns the template rules of the article with this front matter. */
    default TemplateRules template(Config config, Header header) {
        return template(config);
    }

    /** Returns how articles include files. */
    default Inclusion inclusion(Config config) {
        return Inclusion.NONE;
    }

    /** Returns how names in front matter are interpreted. */
    default NameRules nameRules() {
        return NameRules.LABELS;
    }

    /** Returns how names in front matter are interpreted under this configuration. */
    default NameRules nameRules(Config config) {
        return nameRules();
    }

    /** Returns the title from the file name, for an article without one; null if its text is searched first. */
    default @Nullable String titleOf(Post post) {
        return null;
    }

    /** Returns whether a heading at the start of a text is its title and is removed from it. */
    default boolean removesTitleHeading() {
        return false;
    }

    /** Returns whether the file name is the title of an article that has neither title nor heading. */
    default boolean titlesFromFileNames() {
        return false;
    }

    /** Returns the categories of a file by its location. */
    default List<String> folderCategories(Config config, String path) {
        return List.of();
    }

    /** Returns whether those are added to the article's own categories; otherwise they apply only if it has none. */
    default boolean joinsFolderCategories() {
        return true;
    }

    /** Returns the keys of the publication date that precede all others. */
    default List<String> dateKeys() {
        return List.of();
    }

    /** Returns whether the release date of an article is also its publication date; otherwise it keeps its own. */
    default boolean datesByRelease() {
        return true;
    }

    /** Returns the generator's address of an article, as a path that includes the site's base path; null if unknown. */
    default @Nullable String address(Config config, Post post) {
        return null;
    }

    /**
     * Returns the address of the page of a category, tag or author, to which articles may link by name; null if the
     * generator has no such links.
     *
     * @param kind {@code category}, {@code tag} or {@code author}
     */
    default @Nullable String termAddress(Config config, String kind, String name) {
        return null;
    }

    /** Returns whether links may omit the ending of their file. */
    default boolean linksWithoutEnding() {
        return false;
    }

    /** Returns the prefix of root-relative links; null to keep them as written. */
    default @Nullable String linkRoot(Config config) {
        return null;
    }

    /** Returns the summary mark besides those of every dialect; null for none. */
    default @Nullable String summaryEnd(Config config) {
        return null;
    }

    /** Returns whether relative pictures start from the root of the site, whatever page they are on. */
    default boolean picturesFromRoot(Config config) {
        return false;
    }

    /** Returns the folders from which root-relative links are resolved, the nearest first. */
    default List<String> contentFolders(Config config) {
        return List.of("");
    }

    /** Returns the folders whose files the generator copies to the root of the site. */
    default List<String> staticFolders(Config config) {
        return List.of("static", "public", "assets", "source");
    }

    /** Returns the base path of a site whose URL is unknown; empty for the root of its host. */
    default String basePath(Config config) {
        String root = linkRoot(config);
        return root == null ? "" : root;
    }

    /** Returns whether a file that is not at its path is looked up by its name alone. */
    default boolean findsFilesByName() {
        return false;
    }

    /** Returns the meaning of aliases. */
    default AliasRule aliases() {
        return AliasRule.FROM_ROOT;
    }

    /** Returns the keys under which an article declares its entry id, in order of precedence. */
    default List<String> idKeys() {
        return List.of("guid", "id", "uuid");
    }

    /**
     * Returns the id that the generator's own feed gave an article.
     *
     * @param link absolute URL of the article
     */
    default String entryId(Post post, String link) {
        return link;
    }

    /** Returns the generator's feed paths: of everything, or with placeholders as in {@link FeedPath}. */
    default Set<String> feedPaths() {
        return Set.of();
    }

    /** Returns the feed paths under this configuration. */
    default Set<String> feedPaths(Config config) {
        return feedPaths();
    }

    /** Returns the format of feeds whose path does not say it. */
    default String feedFormat() {
        return "rss";
    }

    /** Returns names of people by the keys that articles use for them. */
    default Map<String, String> authors(SiteFolder folder, Config config) {
        return Map.of();
    }

    /** Returns tags by the keys that articles use for them. */
    default Map<String, String> tags(SiteFolder folder, Config config) {
        return Map.of();
    }
}
