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
 * @param zone of dates that name none; null if each site says it
 * @param categories meaning of a plain list; null if each dialect says it
 * @param draftFolders names of folders whose articles are drafts
 * @param summaryLength of summaries cut from bodies, in code points
 * @param siteUrl absolute URL of the articles' website, {@link dev.feedmill.web.ServerUrl#URL} if it is this server;
 *     null if each site says it
 * @param limits of a file
 * @param renamings of categories
 * @param ids of entries whose articles declare none
 * @param firstSeenTimes whether an article that is first seen on its date, which has no time, gets the time of that
 *     scan
 * @param languageKnown whether the language of articles that name none is known; otherwise their script may determine it
 * @param encoding of files that are not UTF-8; null if it is guessed for each
 */
public record ReadingRules(
        @Nullable ZoneId zone,
        @Nullable CategoryStyle categories,
        List<String> draftFolders,
        int summaryLength,
        @Nullable String siteUrl,
        ReadingLimits limits,
        List<Renaming> renamings,
        EntryIds ids,
        boolean firstSeenTimes,
        @Nullable Charset encoding,
        boolean languageKnown) {

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
     * @param languageKnown whether the settings name a language
     * @param maxUrlLength the limit of bodies, which front matter has too
     * @param maxMessageLength the limit of the log
     */
    public static ReadingRules of(
            SettingValues settings,
            @Nullable ZoneId zone,
            @Nullable String siteUrl,
            boolean languageKnown,
            List<Renaming> renamings,
            int maxUrlLength,
            int maxMessageLength) {
        String style = settings.choice("articles.categories", "auto", List.of("auto", "paths", "labels"));
        return new ReadingRules(
                zone,
                style.equals("auto") ? null : CategoryStyle.valueOf(style.toUpperCase(Locale.ROOT)),
                settings.words(
                        "articles.draft-folders",
                        word -> SettingValues.isLine(word) && !word.contains("/") && !word.contains("\\"),
                        "must be names of folders without a slash",
                        "_drafts"),
                settings.number("feeds.summary-length", 300, 1, 10_000),
                siteUrl,
                ReadingLimits.of(settings, maxUrlLength, maxMessageLength),
                renamings,
                settings.choice("articles.ids", EntryIds.STABLE),
                settings.choice("articles.time-of-day", "midnight", List.of("midnight", "first-seen"))
                        .equals("first-seen"),
                settings.encoding("articles.encoding"),
                languageKnown);
    }

    /** Returns a copy with another source of ids. */
    public ReadingRules with(EntryIds other) {
        return new ReadingRules(
                zone,
                categories,
                draftFolders,
                summaryLength,
                siteUrl,
                limits,
                renamings,
                other,
                firstSeenTimes,
                encoding,
                languageKnown);
    }

    public ReadingRules {
        draftFolders = List.copyOf(draftFolders);
        renamings = List.copyOf(renamings);
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
                zone,
                categories,
                draftFolders,
                summaryLength,
                siteUrl,
                ReadingLimits.defaults().withFiles(maxFileBytes, maxFrontMatterChars),
                List.of(),
                EntryIds.STABLE,
                false,
                null,
                true);
    }

    public ZoneId zone(GeneratorSite site) {
        return zone == null ? site.zone(ZoneOffset.UTC) : zone;
    }

    public CategoryStyle categories(GeneratorSite site) {
        CategoryStyle style = site.nameRules().paths() ? CategoryStyle.PATHS : CategoryStyle.LABELS;
        return categories == null ? style : categories;
    }

    /** Returns the URL of the site's website; null if it is this server. */
    @Nullable
    public String siteUrl(GeneratorSite site) {
        if (siteUrl != null) {
            return siteUrl.equals(ServerUrl.URL) ? null : siteUrl;
        }
        String home = site.facts().home();
        return home == null ? null : home + "/";
    }

    /** Returns the categories under their current names, without duplicates. */
    public List<CategoryPath> renamed(List<CategoryPath> categories) {
        return categories.stream().map(this::renamed).distinct().toList();
    }

    private CategoryPath renamed(CategoryPath category) {
        for (Renaming renaming : renamings) {
            List<String> names = renaming.of(category.names());
            if (names != null) {
                return new CategoryPath(names);
            }
        }
        return category;
    }
}
