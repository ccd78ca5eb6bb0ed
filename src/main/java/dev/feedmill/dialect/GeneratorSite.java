package dev.feedmill.dialect;

import dev.feedmill.dialect.address.Header;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.rule.AliasRule;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.dialect.rule.EpisodeKeys;
import dev.feedmill.dialect.rule.FeedPath;
import dev.feedmill.dialect.rule.HoldRules;
import dev.feedmill.dialect.rule.Inclusion;
import dev.feedmill.dialect.rule.NameRules;
import dev.feedmill.dialect.rule.SiteRules;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import dev.feedmill.yaml.Mapping;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A site in the articles folder, or one that contains the articles folder.
 *
 * @param place where it is
 * @param config as it was read
 * @param rules what follows from it
 */
public record GeneratorSite(Dialect dialect, SitePlace place, Config config, SiteRules rules) {
    /** Returns what the configuration says of the site as a whole. */
    public SiteFacts facts() {
        return rules.facts();
    }

    /** Returns the name of the dialect, as in the settings. */
    public String name() {
        return dialect.name();
    }

    /** Returns a file's path below the root of the site. */
    public String path(String file) {
        return place.inSite(file);
    }

    /** Returns whether a file of the articles folder is in the site's folder. */
    public boolean contains(String file) {
        return place.holds(file);
    }

    boolean isArticle(String file) {
        String path = path(file);
        return dialect.isArticle(config, path)
                && !rules.exclusions().exclude(path)
                && !rules.bundles().contain(path);
    }

    /** Returns whether a file decides if others are articles; if so, discards what is cached about them. */
    boolean forgetIfIndex(String file) {
        return rules.bundles().forgetIfIndex(path(file));
    }

    boolean isExcluded(String file) {
        return rules.exclusions().exclude(path(file));
    }

    /** Returns the configuration entry that excludes a file that would otherwise be an article; null for none. */
    @Nullable
    String exclusionReason(String file) {
        String path = path(file);
        return dialect.isArticle(config, path) && !rules.bundles().contain(path)
                ? rules.exclusions().reason(path)
                : null;
    }

    /** Returns the configuration file that governs an article and could never be read; null if all could be read. */
    public @Nullable String unreadableConfiguration(String file) {
        return rules.unreadable().of(path(file));
    }

    /** Returns an article's front matter, completed with defaults. */
    public Mapping withDefaults(String file, Mapping own) {
        return rules.defaults().withDefaults(path(file), own);
    }

    /** Returns the language of an article by its location; null if that names none. */
    public @Nullable String language(String file) {
        return dialect.language(config, path(file));
    }

    public boolean isDraft(String file) {
        return dialect.isDraft(config, path(file));
    }

    public MarkdownRules markdown() {
        return rules.markdown();
    }

    /** Returns the template language of the article with this front matter. */
    public TemplateRules template(Header header) {
        return dialect.template(config, header);
    }

    /** Returns how articles include files, with paths in the articles folder. */
    public Inclusion inclusion() {
        Inclusion inclusion = dialect.inclusion(config);
        return new Inclusion(
                inclusion.form(),
                Objects.requireNonNullElse(place.inFolder(inclusion.root()), ""),
                Objects.requireNonNullElse(place.inFolder(inclusion.codeFolder()), ""));
    }

    public NameRules nameRules() {
        return dialect.nameRules(config);
    }

    public @Nullable String titleOf(Post post) {
        return dialect.titleOf(post);
    }

    /** Returns whether a heading at the start of a text is its title and is removed from it. */
    public boolean removesTitleHeading() {
        return dialect.removesTitleHeading();
    }

    public boolean titlesFromFileNames() {
        return dialect.titlesFromFileNames();
    }

    /** Returns whether the head of an HTML file is its front matter. */
    public boolean readsHtmlHeads() {
        return dialect.readsHtmlHeads();
    }

    /** Returns the front matter keys that hold an article back, and how far. */
    public HoldRules holdRules() {
        return dialect.holdRules();
    }

    public List<String> dateKeys() {
        return dialect.dateKeys();
    }

    /** Returns whether the release date of an article is also its publication date. */
    public boolean datesByRelease() {
        return dialect.datesByRelease();
    }

    public List<String> folderCategories(String file) {
        return dialect.folderCategories(config, path(file));
    }

    public boolean joinsFolderCategories() {
        return dialect.joinsFolderCategories();
    }

    public ZoneId zone(ZoneId otherwise) {
        ZoneId zone = facts().zone();
        return zone == null ? otherwise : zone;
    }

    /** Returns the generator's path for an article; null if unknown. */
    public @Nullable String address(Post post) {
        return dialect.address(config, post);
    }

    public AliasRule aliases() {
        return dialect.aliases();
    }

    /** Returns the keys for declared ids, in order of precedence. */
    public List<String> idKeys() {
        return dialect.idKeys();
    }

    /** Returns the id that the generator's own feed gave the article at an address. */
    public String entryId(Post post, String link) {
        return dialect.entryId(post, link);
    }

    /** Returns the folders of the articles folder from which root-relative links are resolved. */
    public List<String> contentFolders() {
        return place.inFolder(dialect.contentFolders(config));
    }

    /** Returns the folders of the articles folder whose files the generator copies to the root of the site. */
    public List<String> staticFolders() {
        return place.inFolder(dialect.staticFolders(config));
    }

    public boolean findsFilesByName() {
        return dialect.findsFilesByName();
    }

    /** Returns the address of the page of a category, tag or author; null if links cannot name it. */
    public @Nullable String termAddress(String kind, String name) {
        return dialect.termAddress(config, kind, name);
    }

    public boolean linksWithoutEnding() {
        return dialect.linksWithoutEnding();
    }

    /** Returns the prefix of root-relative links, without a final slash; null for none. */
    public @Nullable String linkRoot() {
        String root = dialect.linkRoot(config);
        return root == null ? null : ("/" + root).replaceAll("/{2,}", "/").replaceFirst("/$", "");
    }

    /** Returns the summary mark besides those of every dialect; null for none. */
    public @Nullable String summaryEnd() {
        return dialect.summaryEnd(config);
    }

    public boolean picturesFromRoot() {
        return dialect.picturesFromRoot(config);
    }

    /** Returns the feed paths of the generator, feeds of everything first. */
    List<FeedPath> feedPaths() {
        return dialect.feedPaths(config).stream()
                .map(path -> FeedPath.of(path, dialect.feedFormat()))
                .sorted(Comparator.comparing((FeedPath path) -> path.path().contains("{"))
                        .thenComparing(FeedPath::path))
                .toList();
    }

    /** Returns the configuration value of a key; null for none. */
    public @Nullable String value(String key) {
        return config.text(key);
    }

    /** Returns the single values of a list under a key. */
    public List<String> list(String key) {
        return config.list(key);
    }

    /** Returns the number of mappings in the list under a key. */
    public int countMappings(String key) {
        return config.countMappings(key);
    }

    /** Returns the path of the site on its host: empty, or as {@code /blog}. */
    public String basePath() {
        String home = facts().home();
        return home == null
                ? ("/" + dialect.basePath(config)).replaceAll("/{2,}", "/").replaceFirst("/$", "")
                : home.replaceFirst("^https?://[^/]+", "");
    }

    /** Returns the podcast keys of its articles. */
    public EpisodeKeys episodeKeys() {
        return EpisodeKeys.of(dialect.name());
    }

    /** Returns the folders of the articles folder in which its podcast themes keep files. */
    public List<String> episodeFolders() {
        return place.inFolder(episodeKeys().about(EpisodeKeys.About.FOLDER));
    }

    /** Returns the name of the person that an article names by a key. */
    public String author(String written) {
        return rules.authors().getOrDefault(written, written);
    }

    /** Returns the tag that an article names by a key. */
    public String tag(String written) {
        return rules.tags().getOrDefault(written, written);
    }

    /** For the operator: what was found and which settings follow from it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("a site of " + dialect.name());
        text.append(place.folder().isEmpty() ? "" : " in " + place.folder());
        text.append(config.source().isEmpty() ? " without a configuration" : "; from " + config.source() + ":");
        add(text, "title", facts().title());
        add(text, "description", facts().description());
        add(text, "author", facts().author());
        add(text, "language", facts().language());
        add(text, "zone", facts().zone());
        add(text, "address", facts().home());
        add(text, "permalink", config.text("permalink", "ARTICLE_URL"));
        return text.toString();
    }

    private static void add(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append(' ').append(name).append(" '").append(value).append('\'');
        }
    }

    /** Returns a fingerprint of dialect and configuration, so that a change leads to a new read. */
    public String fingerprint() {
        return dialect.name() + " " + place.folder() + " " + place.articlesPath() + " " + rules.digest() + " "
                + rules.unreadable();
    }
}
