package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import dev.feedmill.feed.item.ContentOptions;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.search.Script;
import java.util.Locale;
import java.util.Map;

/** Parser for content options: how much of each entry is shown, and how. */
final class ContentOptionsReader {
    private static final Map<String, ContentOptions.Content> CONTENTS = Map.of(
            "full",
            ContentOptions.Content.FULL,
            "summary",
            ContentOptions.Content.SUMMARY,
            "none",
            ContentOptions.Content.NONE);
    private static final Map<String, Script> SCRIPTS =
            Map.of("simplified", Script.SIMPLIFIED, "traditional", Script.TRADITIONAL);
    private static final Map<String, Script> CONVERSIONS = Map.of("t2s", Script.SIMPLIFIED, "s2t", Script.TRADITIONAL);

    private ContentOptionsReader() {}

    static ContentOptions read(ParameterReader parameters) throws BadParameterException {
        parameters.choose(Parameter.MODE, Map.of("fulltext", true), true);
        ContentOptions.Content content = parameters.choice(Parameter.CONTENT, CONTENTS, ContentOptions.Content.FULL);
        Integer brief = parameters.number(Parameter.BRIEF, Parameter.BRIEF.most());
        Script script = parameters.choose(
                Parameter.SCRIPT, SCRIPTS, parameters.choose(Parameter.OPENCC, CONVERSIONS, Script.AS_WRITTEN));
        if (script != Script.AS_WRITTEN) {
            parameters.add(Parameter.SCRIPT, script.name().toLowerCase(Locale.ROOT));
        }
        return new ContentOptions(
                brief != null && content == ContentOptions.Content.FULL ? ContentOptions.Content.SUMMARY : content,
                brief == null ? 0 : brief,
                script);
    }
}
