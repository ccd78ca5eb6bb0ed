package dev.feedmill.moving;

import dev.feedmill.html.text.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Parses JSON feeds (jsonfeed.org). */
final class JsonOldFeed {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(50).build())
            .build();

    private final List<OldEntry> entries = new ArrayList<>();
    private @Nullable String next;
    private boolean isFeed;

    private JsonOldFeed() {}

    static OldFeed parse(byte[] bytes) throws UnreadableFeedException {
        JsonOldFeed feed = new JsonOldFeed();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            parser.nextToken();
            feed.read(parser);
        } catch (JacksonException e) {
            throw new UnreadableFeedException("it is not valid JSON: " + e.getOriginalMessage(), e);
        }
        if (!feed.isFeed) {
            throw new UnreadableFeedException("it is no feed: the JSON has no 'items'");
        }
        return new OldFeed(feed.entries, feed.next);
    }

    private void read(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                isFeed = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    entry(parser);
                }
            } else if (name.equals("next_url") && value == JsonToken.VALUE_STRING) {
                next = parser.getString();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void entry(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        Map<String, String> texts = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken().isScalarValue()) {
                texts.put(
                        name,
                        parser.currentToken() == JsonToken.VALUE_NULL
                                ? ""
                                : parser.getString().strip());
            } else {
                parser.skipChildren();
            }
        }
        String link = texts.getOrDefault("url", texts.getOrDefault("external_url", ""));
        String title = PlainText.collapse(texts.getOrDefault("title", ""));
        String id = texts.getOrDefault("id", "");
        entries.add(OldEntry.of(
                id,
                link,
                title,
                OldDateParser.read(texts.getOrDefault("date_published", texts.getOrDefault("date_modified", "")))));
    }
}
