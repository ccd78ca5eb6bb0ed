package dev.feedmill.library.write;

import dev.feedmill.article.CategoryRule;
import dev.feedmill.library.sql.NameFolding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The settings' rules for categories, by name and, once asked for, by term number. Thread-safe. */
public final class CategoryRules {
    private final Map<List<String>, CategoryRule> byNames = new HashMap<>();
    private final Map<Long, Optional<CategoryRule>> byNumber = new ConcurrentHashMap<>();

    public CategoryRules(List<CategoryRule> rules) {
        rules.forEach(rule -> byNames.put(NameFolding.fold(rule.names()), rule));
    }

    /** The rule of a category; null if there is none. */
    @Nullable
    public CategoryRule of(List<String> names) {
        return byNames.get(NameFolding.fold(names));
    }

    /**
     * The rule of a category that is in the library; null if there is none.
     *
     * @param names its names as articles wrote them, by its number
     */
    @Nullable
    public CategoryRule of(long number, LongFunction<List<String>> names) {
        return byNames.isEmpty()
                ? null
                : byNumber.computeIfAbsent(number, unknown -> Optional.ofNullable(of(names.apply(unknown))))
                        .orElse(null);
    }
}
