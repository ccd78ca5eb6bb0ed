package dev.feedmill.reading.header;

import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.Renaming;
import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.setting.SettingValues;
import dev.feedmill.web.ServerUrl;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The operator's settings for reading files.
 *
 * @param draftFolders names of folders whose articles are drafts
 * @param summaryLength of summaries cut from bodies, in code points
 * @param limits of a file
 * @param ids of entries whose articles declare none
 * @param firstSeenTimes whether an article that is first seen on its date, which has no time, gets the time of that
 *     scan
 * @param encoding of files that are not UTF-8; null if it is guessed for each
 */
public record ReadingRules(
        SiteOverrides overrides,
        Categories categories,
        List<String> draftFolders,
        int summaryLength,
        ReadingLimits limits,
        EntryIds ids,
        boolean firstSeenTimes,
        @Nullable Charset encoding) {

    /**
     * What the settings say in place of each site's configuration.
     *
     * @param zone of dates that name none; null if each site says it
     * @param url absolute URL of the articles' website, {@link dev.feedmill.web.ServerUrl#URL} if it is this server;
     *     null if each site says it
     * @param language of articles that name none and whose script does not tell it; null if each site says it
     */
    public record SiteOverrides(
            @Nullable ZoneId zone,
            @Nullable String url,
            @Nullable String language) {}

    /**
     * Rules for categories.
     *
     * @param style meaning of a plain list; null if each dialect says it
     */
    public record Categories(@Nullable CategoryStyle style, List<Renaming> renamings) {
        public Categories {
            renamings = List.copyOf(renamings);
        }
    }

    /** Source of ids that articles do not declare. */
    public enum EntryIds {
        /** The library's own id of the article: never changes. */
        STABLE,
        /** The address on the website. */
        PERMALINK,
        /** The id in the generator's own feed. */
        GENERATOR;

        /** The value of the setting. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Meaning of a plain list of categories. */
    public enum CategoryStyle {
        /** One path from the outermost to the innermost, as in Hexo. */
        PATHS,
        /** Separate labels, as in Jekyll and Hugo. */
        LABELS
    }

    /**
     * Returns the rules of the settings.
     *
     * @param maxUrlLength the limit of bodies, which front matter has too
     * @param maxMessageLength the limit of the log
     */
    public static ReadingRules of(
            SettingValues settings,
            SiteOverrides overrides,
            List<Renaming> renamings,
            int maxUrlLength,
            int maxMessageLength) {
        String style = settings.choice("articles.categories", "auto", List.of("auto", "paths", "labels"));
        return new ReadingRules(
                overrides,
                new Categories(
                        style.equals("auto") ? null : CategoryStyle.valueOf(style.toUpperCase(Locale.ROOT)), renamings),
                settings.words(
                        "articles.draft-folders",
                        word -> SettingValues.isLine(word) && !word.contains("/") && !word.contains("\\"),
                        "must be names of folders without a slash",
                        "_drafts"),
                settings.number("feeds.summary-length", 300, 1, 10_000),
                ReadingLimits.of(settings, maxUrlLength, maxMessageLength),
                settings.choice("articles.ids", EntryIds.STABLE),
                settings.choice("articles.time-of-day", "midnight", List.of("midnight", "first-seen"))
                        .equals("first-seen"),
                settings.encoding("articles.encoding"));
    }

    /** Returns a copy with another source of ids. */
    public ReadingRules with(EntryIds other) {
        return new ReadingRules(
                overrides, categories, draftFolders, summaryLength, limits, other, firstSeenTimes, encoding);
    }

    public ReadingRules {
        draftFolders = List.copyOf(draftFolders);
    }

    /** Creates rules with the default limits and no renamed categories. */
    public ReadingRules(
            @Nullable ZoneId zone,
            @Nullable CategoryStyle categories,
            List<String> draftFolders,
            long maxFileBytes,
            int maxFrontMatterChars,
            int summaryLength,
            @Nullable String siteUrl) {
        this(
                new SiteOverrides(zone, siteUrl, "en"),
                new Categories(categories, List.of()),
                draftFolders,
                summaryLength,
                ReadingLimits.defaults().withFiles(maxFileBytes, maxFrontMatterChars),
                EntryIds.STABLE,
                false,
                null);
    }

    public ZoneId zone(GeneratorSite site) {
        return overrides.zone() == null ? site.zone(ZoneOffset.UTC) : overrides.zone();
    }

    public CategoryStyle categories(GeneratorSite site) {
        CategoryStyle style = site.nameRules().paths() ? CategoryStyle.PATHS : CategoryStyle.LABELS;
        return categories.style() == null ? style : categories.style();
    }

    /** Returns the URL of the site's website; null if it is this server. */
    @Nullable
    public String siteUrl(GeneratorSite site) {
        if (overrides.url() != null) {
            return overrides.url().equals(ServerUrl.URL) ? null : overrides.url();
        }
        String home = site.facts().home();
        return home == null ? null : home + "/";
    }

    /** Returns the language of a site's articles that name none; null if nothing says it. */
    @Nullable
    public String language(GeneratorSite site) {
        return overrides.language() == null ? site.facts().language() : overrides.language();
    }

    /** Returns the categories under their current names, without duplicates. */
    public List<CategoryPath> renamed(List<CategoryPath> paths) {
        return paths.stream().map(this::renamed).distinct().toList();
    }

    private CategoryPath renamed(CategoryPath category) {
        for (Renaming renaming : categories.renamings()) {
            List<String> names = renaming.of(category.names());
            if (names != null) {
                return new CategoryPath(names);
            }
        }
        return category;
    }
}
