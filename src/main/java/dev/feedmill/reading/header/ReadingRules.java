package dev.feedmill.reading.header;

import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.Renaming;
import dev.feedmill.dialect.Site;
import dev.feedmill.web.ServerUrl;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may choose about how files are read.
 *
 * @param zone of dates that name none; null where each site says it
 * @param categories what a plain list of them means; null where each dialect says it
 * @param draftFolders names of folders whose articles are drafts
 * @param summaryLength of summaries cut from bodies, in code points
 * @param siteUrl absolute URL of the website where the articles live, {@link dev.feedmill.web.ServerUrl#URL} where they live
 *     here; null where each site says it
 * @param limits of a file
 * @param renamings of categories
 * @param ids of entries whose articles declare none
 * @param firstSeenTimes whether an article that is first seen on the day that it names without a time has the time of that
 * @param languageSaid whether the language of articles that name none is known; else their script may tell it
 * @param encoding of files that are not UTF-8; null where it is guessed for each
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
        boolean languageSaid) {

    /** Where ids come from that no article declares. */
    public enum EntryIds {
        /** Of what the library knows the article by: they never change. */
        STABLE,
        /** The address on the website. */
        PERMALINK,
        /** What the generator's own feed had. */
        GENERATOR
    }

    /** What a plain list of categories means. */
    public enum CategoryStyle {
        /** One path from the outermost to the innermost, as in Hexo. */
        PATHS,
        /** Each name by itself, as in Jekyll and Hugo. */
        LABELS
    }

    public ReadingRules {
        draftFolders = List.copyOf(draftFolders);
        renamings = List.copyOf(renamings);
    }

    /** With the usual limits, where no category has another name than articles give it. */
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

    public ZoneId zone(Site site) {
        return zone == null ? site.zone(ZoneOffset.UTC) : zone;
    }

    public CategoryStyle categories(Site site) {
        CategoryStyle style = site.names().paths() ? CategoryStyle.PATHS : CategoryStyle.LABELS;
        return categories == null ? style : categories;
    }

    /** Where the articles of a site live; null where they live here. */
    @Nullable
    public String siteUrl(Site site) {
        if (siteUrl != null) {
            return siteUrl.equals(ServerUrl.URL) ? null : siteUrl;
        }
        String home = site.facts().home();
        return home == null ? null : home + "/";
    }

    /** As the categories are called now, each once. */
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
