package dev.feedmill.reading;

import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.Renaming;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may choose about how files are read.
 *
 * @param zone of dates that name none
 * @param draftFolders names of folders whose articles are drafts
 * @param summaryLength of summaries cut from bodies, in code points
 * @param siteUrl absolute URL of the website where the articles live; null where they live here
 * @param limits of a file
 * @param renamings of categories
 */
public record ReadingRules(
        ZoneId zone,
        CategoryStyle categories,
        List<String> draftFolders,
        int summaryLength,
        @Nullable String siteUrl,
        ReadingLimits limits,
        List<Renaming> renamings) {

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
            ZoneId zone,
            CategoryStyle categories,
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
                List.of());
    }

    /** As the categories are called now, each once. */
    List<CategoryPath> renamed(List<CategoryPath> categories) {
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
