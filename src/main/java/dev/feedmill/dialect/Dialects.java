package dev.feedmill.dialect;

import dev.feedmill.dialect.rule.Dialect;
import java.util.List;
import java.util.stream.Stream;

/** The table of dialects, in the order in which a folder is tried. */
public final class Dialects {
    static final Dialect PLAIN = new Plain();

    private static final List<Dialect> GENERATORS = List.of(
            new Docusaurus(),
            new Astro(),
            new Gatsby(),
            new VitePress(),
            new Eleventy(),
            new Zola(),
            new Hugo(),
            new Pelican(),
            new Nikola(),
            new MkDocs(),
            new Hexo(),
            new Jekyll(),
            new Obsidian(),
            new RssHub());

    private Dialects() {}

    static List<Dialect> generators() {
        return GENERATORS;
    }

    /** What the setting of a dialect may be. */
    public static List<String> names() {
        return Stream.concat(
                        Stream.of("auto", PLAIN.name()), GENERATORS.stream().map(Dialect::name))
                .toList();
    }

    /** Plain for a name that no dialect has. */
    static Dialect named(String name) {
        return GENERATORS.stream()
                .filter(dialect -> dialect.name().equals(name))
                .findFirst()
                .orElse(PLAIN);
    }
}
