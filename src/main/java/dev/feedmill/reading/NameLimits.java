package dev.feedmill.reading;

import dev.feedmill.article.CategoryPath;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.header.Report;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Limits on the names of an article: each is written into every feed of the article, with all its parents. */
final class NameLimits {
    private final int max;
    private final int deepest;
    private final Report report;

    NameLimits(ReadingRules rules, Report report) {
        this.max = rules.limits().maxNames();
        this.deepest = rules.limits().maxCategoryDepth();
        this.report = report;
    }

    /** Returns the first categories up to the limit, which counts parents too. */
    List<CategoryPath> categories(List<CategoryPath> paths, String key, int line) {
        List<CategoryPath> kept = new ArrayList<>();
        Set<List<String>> names = new LinkedHashSet<>();
        int depth = 0;
        int left = 0;
        for (CategoryPath path : paths) {
            depth = Math.max(depth, path.names().size());
            if (left > 0) {
                left++;
                continue;
            }
            List<String> cut =
                    path.names().subList(0, Math.min(deepest, path.names().size()));
            Set<List<String>> more = new LinkedHashSet<>(names);
            for (int i = 1; i <= cut.size(); i++) {
                more.add(cut.subList(0, i));
            }
            if (more.size() > max) {
                left++;
            } else {
                names.addAll(more);
                kept.add(new CategoryPath(cut));
            }
        }
        if (depth > deepest) {
            report.add(
                    line,
                    Kind.LIMIT,
                    "'%s' must have at most %d names within one another, not %d; deeper ones are left out"
                            .formatted(key, deepest, depth));
        }
        if (left > 0) {
            report.add(
                    line,
                    Kind.LIMIT,
                    "'%s' must have at most %d names, parents included; the last %d of %d are left out"
                            .formatted(key, max, left, paths.size()));
        }
        return kept.stream().distinct().toList();
    }

    /** Returns the first names up to the limit. */
    List<String> names(List<String> names, String key, int line) {
        if (names.size() <= max) {
            return names;
        }
        report.add(
                line,
                Kind.LIMIT,
                "'%s' must have at most %d names, not %d; the last %d are left out"
                        .formatted(key, max, names.size(), names.size() - max));
        return names.subList(0, max);
    }
}
