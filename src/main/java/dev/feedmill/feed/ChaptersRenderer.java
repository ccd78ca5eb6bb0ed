package dev.feedmill.feed;

import dev.feedmill.article.Episode;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.coding.JsonBytes;
import dev.feedmill.feed.item.FeedItemMapper;
import dev.feedmill.feed.item.Site;
import dev.feedmill.selection.Entry;
import dev.feedmill.web.MediaTypes;
import dev.feedmill.web.ServerUrl;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Renders the chapters of an episode for podcast apps (podcast namespace, JSON Chapters 1.2). */
public final class ChaptersRenderer {
    private final ServerUrl server;

    public ChaptersRenderer(Site site) {
        this.server = site.server();
    }

    /** The document; null if the article lists no chapters. */
    public @Nullable Document render(Entry entry) {
        Episode.Marks chapters = entry.article().recording().episode().chapters();
        if (chapters.list().isEmpty()) {
            return null;
        }
        byte[] bytes = JsonBytes.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("version", "1.2.0");
            json.writeStringProperty(
                    "title", FeedItemMapper.clean(entry.article().label()));
            json.writeArrayPropertyStart("chapters");
            chapters.list().forEach(one -> write(json, one));
            json.writeEndArray();
            json.writeEndObject();
        });
        return new Document(MediaTypes.CHAPTERS.name(), bytes);
    }

    private void write(JsonGenerator json, Episode.Mark chapter) {
        json.writeStartObject();
        json.writeName("startTime");
        json.writeNumber(
                BigDecimal.valueOf(chapter.start(), 3).stripTrailingZeros().toPlainString());
        json.writeStringProperty("title", FeedItemMapper.clean(chapter.title()));
        JsonBytes.text(json, "url", address(chapter.url()));
        JsonBytes.text(json, "img", address(chapter.image()));
        json.writeEndObject();
    }

    private @Nullable String address(@Nullable String url) {
        return url == null ? null : FeedItemMapper.clean(server.resolve(url));
    }
}
