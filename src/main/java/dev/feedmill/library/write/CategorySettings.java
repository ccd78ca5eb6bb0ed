package dev.feedmill.library.write;

import dev.feedmill.address.PathSegments;
import dev.feedmill.article.CategoryRule;
import dev.feedmill.library.sql.NameFolding;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Update of the stored categories to the current settings. */
final class CategorySettings {
    private final Handle handle;
    private final CategoryRules rules;
    private final Map<Long, List<String>> written = new HashMap<>();
    private final Set<Long> hidden = new TreeSet<>();
    private final Set<Long> changed = new TreeSet<>();

    CategorySettings(Handle handle, CategoryRules rules) {
        this.handle = handle;
        this.rules = rules;
    }

    private record Line(
            long number,
            long parent,
            String name,
            @Nullable String written,
            String segment,
            @Nullable String slug,
            boolean hidden) {
        String own() {
            return written == null ? name : written;
        }
    }

    /** Updates them; returns the numbers of those that changed. */
    Set<Long> run() {
        // Parents have lower numbers than their children.
        List<Line> lines = handle.createQuery("SELECT number, parent, name, written, segment, slug, hidden FROM term"
                        + " WHERE kind = :kind ORDER BY number")
                .bind("kind", Term.Kind.CATEGORY.name())
                .map((row, context) -> new Line(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7) != 0))
                .list();
        lines.forEach(this::revise);
        return changed;
    }

    private void revise(Line line) {
        List<String> names = new ArrayList<>(written.getOrDefault(line.parent(), List.of()));
        names.add(line.own());
        written.put(line.number(), names);
        CategoryRule rule = rules.of(names);
        boolean isHidden = hidden.contains(line.parent()) || (rule != null && rule.hidden());
        if (isHidden) {
            hidden.add(line.number());
        }
        String title = rule == null ? null : rule.title();
        String slug = rule == null ? null : rule.slug();
        String name = title == null ? line.own() : title;
        if (!name.equals(line.name()) || isHidden != line.hidden() || !Objects.equals(slug, line.slug())) {
            changed.add(line.number());
            handle.createUpdate("UPDATE term SET name = ?, written = ?, slug = ?, hidden = ? WHERE number = ?")
                    .bind(0, name)
                    .bind(1, title == null ? null : line.own())
                    .bind(2, slug)
                    .bind(3, isHidden ? 1 : 0)
                    .bind(4, line.number())
                    .execute();
        }
        if (!Objects.equals(slug, line.slug())) {
            move(line, slug == null ? PathSegments.ofName(line.own()) : slug);
        }
    }

    /** Gives the category a new address; the old one redirects to it. */
    private void move(Line line, String wished) {
        String kind = Term.Kind.CATEGORY.name();
        if (wished.equals(line.segment())) {
            return;
        }
        String segment = TermSegmentAllocator.free(handle, kind, line.parent(), wished, line.number());
        handle.createUpdate("UPDATE term SET segment = ?, segment_folded = ? WHERE number = ?")
                .bind(0, segment)
                .bind(1, NameFolding.fold(segment))
                .bind(2, line.number())
                .execute();
        handle.createUpdate("INSERT INTO former (kind, parent, segment_folded, term) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (kind, parent, segment_folded) DO UPDATE SET term = excluded.term")
                .bind(0, kind)
                .bind(1, line.parent())
                .bind(2, NameFolding.fold(line.segment()))
                .bind(3, line.number())
                .execute();
    }
}
