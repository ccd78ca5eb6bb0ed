package dev.feedmill.library.write;

import dev.feedmill.article.CategoryRule;
import dev.feedmill.library.sql.NameFolding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The settings' rules for categories, by name and, once known, by term number. */
public final class CategoryRules {
    private final Map<List<String>, CategoryRule> byNames = new HashMap<>();
    private final Map<Long, CategoryRule> byNumber = new ConcurrentHashMap<>();

    public CategoryRules(List<CategoryRule> rules) {
        rules.forEach(rule -> byNames.put(NameFolding.fold(rule.names()), rule));
    }

    /** The rule of a category; null if there is none. */
    @Nullable
    public CategoryRule of(List<String> names) {
        return byNames.get(NameFolding.fold(names));
    }

    @Nullable
    public CategoryRule of(long number) {
        return byNumber.get(number);
    }

    void know(long number, CategoryRule rule) {
        byNumber.put(number, rule);
    }
}
