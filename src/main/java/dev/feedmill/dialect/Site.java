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
import dev.feedmill.dialect.rule.Learned;
import dev.feedmill.dialect.rule.NameRules;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import dev.feedmill.yaml.Fields;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A site that was found in the articles folder, or whose part the articles folder is.
 *
 * @param folder of the site within the articles folder, empty where it is the whole or above
 * @param above the path of the articles folder within the site, empty where it is the whole or below
 * @param config as it was read
 * @param learned what follows from it
 */
public record Site(Dialect dialect, String folder, String above, Config config, Learned learned) {
    /** What its configuration says of the whole. */
    public SiteFacts facts() {
        return learned.facts();
    }

    /** The name of the dialect, as settings have it. */
    public String name() {
        return dialect.name();
    }

    /** The path below the root of the site. */
    public String path(String file) {
        String below = folder.isEmpty() ? file : file.substring(folder.length() + 1);
        return above.isEmpty() ? below : above + "/" + below;
    }

    /** Whether a file of the articles folder lies in the folder of the site. */
    public boolean holds(String file) {
        return folder.isEmpty() || file.startsWith(folder + "/");
    }

    boolean isArticle(String file) {
        String path = path(file);
        return dialect.isArticle(config, path)
                && !learned.exclusions().hold(path)
                && !learned.bundles().hold(path);
    }

    /** Whether a file says of others whether they are articles; what is known of that is forgotten then. */
    boolean forgetIfIndex(String file) {
        return learned.bundles().forgetIfIndex(path(file));
    }

    boolean isLeftOut(String file) {
        return learned.exclusions().hold(path(file));
    }

    /** What of the configuration leaves out a file that would be an article else; null for nothing. */
    @Nullable
    String leftOutBy(String file) {
        String path = path(file);
        return dialect.isArticle(config, path) && !learned.bundles().hold(path)
                ? learned.exclusions().reason(path)
                : null;
    }

    /** The configuration that says what is to become of an article and could never be read; null where all could. */
    public @Nullable String unreadableConfiguration(String file) {
        return learned.unreadable().of(path(file));
    }

    /** The front matter of an article with what it is given. */
    public Fields complete(String file, Fields own) {
        return learned.defaults().complete(path(file), own);
    }

    /** The language that an article has because of where it lies; null where that says nothing. */
    public @Nullable String language(String file) {
        return dialect.language(config, path(file));
    }

    public boolean isDraft(String file) {
        return dialect.isDraft(config, path(file));
    }

    public MarkdownRules markdown() {
        return learned.markdown();
    }

    /** The template language of the article with this front matter. */
    public TemplateRules template(Header header) {
        return dialect.template(config, header);
    }

    /** How articles take files in, by folders of the articles folder. */
    public Inclusion inclusion() {
        Inclusion inclusion = dialect.inclusion(config);
        return new Inclusion(
                inclusion.form(),
                Objects.requireNonNullElse(file(inclusion.root()), ""),
                Objects.requireNonNullElse(file(inclusion.codeFolder()), ""));
    }

    public NameRules names() {
        return dialect.names(config);
    }

    public @Nullable String titleOf(Post post) {
        return dialect.titleOf(post);
    }

    /** Whether a heading with which a text begins is its title and not shown in it. */
    public boolean takesTitlesOut() {
        return dialect.takesTitlesOut();
    }

    public boolean titlesFromFiles() {
        return dialect.titlesFromFiles();
    }

    /** Whether the head of an HTML file is its front matter. */
    public boolean readsHtmlHeads() {
        return dialect.readsHtmlHeads();
    }

    /** What in front matter holds an article back, and how far. */
    public HoldRules holds() {
        return dialect.holds();
    }

    public List<String> dateKeys() {
        return dialect.dateKeys();
    }

    /** Whether an article that must not be out before some day has the date of that day. */
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

    /** The generator's path of the website for an article; null where it cannot be known. */
    public @Nullable String address(Post post) {
        return dialect.address(config, post);
    }

    public AliasRule aliases() {
        return dialect.aliases();
    }

    /** Keys under which articles declare ids, the first that is there. */
    public List<String> idKeys() {
        return dialect.idKeys();
    }

    /** The id that the generator's own feed gave an article that lives at an address. */
    public String entryId(Post post, String link) {
        return dialect.entryId(post, link);
    }

    /** Folders of the articles folder that links from the root of the site start from. */
    public List<String> contentFolders() {
        return files(dialect.contentFolders(config));
    }

    /** Folders of the articles folder whose files the generator copies to the root of the site. */
    public List<String> staticFolders() {
        return files(dialect.staticFolders(config));
    }

    public boolean findsFilesByName() {
        return dialect.findsFilesByName();
    }

    private List<String> files(List<String> paths) {
        return paths.stream().map(this::file).filter(Objects::nonNull).toList();
    }

    /** The path within the articles folder of what is at a path of the site; null for what is above it. */
    @Nullable
    String file(String path) {
        String whole = folder.isEmpty() ? path : path.isEmpty() ? folder : folder + "/" + path;
        if (above.isEmpty()) {
            return whole;
        }
        return path.equals(above) ? "" : path.startsWith(above + "/") ? path.substring(above.length() + 1) : null;
    }

    /** The address of the page of a category, tag or author; null where links cannot name it. */
    public @Nullable String termAddress(String kind, String name) {
        return dialect.termAddress(config, kind, name);
    }

    public boolean linksWithoutEnding() {
        return dialect.linksWithoutEnding();
    }

    /** What is put before links that begin at the root of the site, without a slash at its end; null for nothing. */
    public @Nullable String linkRoot() {
        String root = dialect.linkRoot(config);
        return root == null ? null : ("/" + root).replaceAll("/{2,}", "/").replaceFirst("/$", "");
    }

    /** What ends summaries besides the marks that every dialect knows; null for nothing. */
    public @Nullable String summaryEnd() {
        return dialect.summaryEnd(config);
    }

    public boolean picturesFromRoot() {
        return dialect.picturesFromRoot(config);
    }

    /** Where the generator had feeds, those of everything first. */
    List<FeedPath> feedPaths() {
        return dialect.feedPaths(config).stream()
                .map(path -> FeedPath.of(path, dialect.feedFormat()))
                .sorted(Comparator.comparing((FeedPath path) -> path.path().contains("{"))
                        .thenComparing(FeedPath::path))
                .toList();
    }

    /** What the configuration says under a key; null for nothing. */
    public @Nullable String value(String key) {
        return config.text(key);
    }

    /** The single values of a list under a key. */
    public List<String> list(String key) {
        return config.list(key);
    }

    /** How many maps the list under a key holds. */
    public int maps(String key) {
        int maps = 0;
        while (config.holds(key + "." + maps)) {
            maps++;
        }
        return maps;
    }

    /** The path of the site on its host: empty, or as {@code /blog}. */
    public String basePath() {
        String home = facts().home();
        return home == null
                ? ("/" + dialect.basePath(config)).replaceAll("/{2,}", "/").replaceFirst("/$", "")
                : home.replaceFirst("^https?://[^/]+", "");
    }

    /** Under which keys its articles say what is played. */
    public EpisodeKeys episodeKeys() {
        return EpisodeKeys.of(dialect.name());
    }

    /** Folders of the articles folder in which its podcast themes keep files. */
    public List<String> episodeFolders() {
        return files(episodeKeys().about(EpisodeKeys.About.FOLDER));
    }

    /** The name of a person whom an article names by a key. */
    public String author(String written) {
        return learned.authors().getOrDefault(written, written);
    }

    /** The tag that an article names by a key. */
    public String tag(String written) {
        return learned.tags().getOrDefault(written, written);
    }

    /** For the operator: what was found and what is taken from it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("a site of " + dialect.name());
        text.append(folder.isEmpty() ? "" : " in " + folder);
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

    /** The same for the same dialect and configuration, so that what was read can be read anew after a change. */
    public String fingerprint() {
        return dialect.name() + " " + folder + " " + above + " " + learned.digest() + " " + learned.unreadable();
    }
}
