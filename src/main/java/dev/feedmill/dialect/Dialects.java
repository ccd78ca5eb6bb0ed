package dev.feedmill.dialect;

import dev.feedmill.dialect.rule.Dialect;
import java.util.List;
import java.util.stream.Stream;

/** The table of dialects, in the order in which they are tried on a folder. */
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

    /** Returns the values that the dialect setting allows. */
    public static List<String> names() {
        return Stream.concat(
                        Stream.of("auto", PLAIN.name()), GENERATORS.stream().map(Dialect::name))
                .toList();
    }

    /** Returns the dialect of a name; plain for an unknown name. */
    static Dialect named(String name) {
        return GENERATORS.stream()
                .filter(dialect -> dialect.name().equals(name))
                .findFirst()
                .orElse(PLAIN);
    }
}
