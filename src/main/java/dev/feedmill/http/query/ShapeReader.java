package dev.feedmill.http.query;

import dev.feedmill.feed.item.Shape;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.search.Script;
import java.util.Locale;
import java.util.Map;

/** Reads how entries are to be told. */
final class ShapeReader {
    private static final Map<String, Shape.Content> CONTENTS =
            Map.of("full", Shape.Content.FULL, "summary", Shape.Content.SUMMARY, "none", Shape.Content.NONE);
    private static final Map<String, Script> SCRIPTS =
            Map.of("simplified", Script.SIMPLIFIED, "traditional", Script.TRADITIONAL);
    private static final Map<String, Script> CONVERSIONS = Map.of("t2s", Script.SIMPLIFIED, "s2t", Script.TRADITIONAL);
    private static final int SHORTEST_BRIEF = 100;
    private static final int LONGEST_BRIEF = 10_000;

    private ShapeReader() {}

    static Shape read(Asked asked) throws BadParameterException {
        asked.choose(Grammar.MODE, Map.of("fulltext", true), true);
        Shape.Content content = asked.choice(Grammar.CONTENT, CONTENTS, Shape.Content.FULL);
        Integer brief = asked.number(Grammar.BRIEF, SHORTEST_BRIEF, LONGEST_BRIEF);
        Script script =
                asked.choose(Grammar.SCRIPT, SCRIPTS, asked.choose(Grammar.OPENCC, CONVERSIONS, Script.AS_WRITTEN));
        if (script != Script.AS_WRITTEN) {
            asked.add(Grammar.SCRIPT, script.name().toLowerCase(Locale.ROOT));
        }
        return new Shape(
                brief != null && content == Shape.Content.FULL ? Shape.Content.SUMMARY : content,
                brief == null ? 0 : brief,
                script);
    }
}
