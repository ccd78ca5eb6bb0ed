package dev.feedmill.feed;

import dev.feedmill.address.Channel;
import dev.feedmill.address.Format;
import dev.feedmill.feed.coding.JsonBytes;
import dev.feedmill.feed.item.Site;
import dev.feedmill.selection.Entry;
import dev.feedmill.web.ServerUrl;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Renders what has changed for programs that are told of it, in the form of messages of Standard Webhooks 1.0. */
public final class ChangesRenderer {
    /** The fields of an entry that feeds have; all but its body. */
    private static final Set<String> USUAL = Set.of(
            "id", "url", "title", "date_published", "date_modified", "authors", "categories", "tags", "language");

    /** What is said of an entry that is gone. */
    private static final Set<String> GONE = Set.of("id", "url", "title");

    private final ServerUrl server;
    private final LatestRenderer items;

    public ChangesRenderer(Site site) {
        this.server = site.server();
        this.items = new LatestRenderer(site);
    }

    /**
     * A changed entry.
     *
     * @param what happened to it, in the word that live events have for it
     */
    public record Changed(String what, boolean isGone, Entry entry) {}

    /**
     * What has changed.
     *
     * @param number of the last change
     * @param time of the last change
     * @param channels whose feeds may have changed
     * @param isCut whether there is more than is named
     */
    public record Changes(long number, Instant time, List<Changed> entries, List<Channel> channels, boolean isCut) {
        public Changes {
            entries = List.copyOf(entries);
            channels = List.copyOf(channels);
        }
    }

    /** Renders a message. */
    public byte[] render(Changes changes) {
        return JsonBytes.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "articles.changed");
            json.writeStringProperty("timestamp", changes.time().toString());
            json.writeObjectPropertyStart("data");
            json.writeNumberProperty("change", changes.number());
            json.writeBooleanProperty("more", changes.isCut());
            json.writeArrayPropertyStart("entries");
            changes.entries().forEach(entry -> entry(json, entry));
            json.writeEndArray();
            json.writeArrayPropertyStart("feeds");
            changes.channels().forEach(channel -> channel(json, channel));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private void entry(JsonGenerator json, Changed changed) {
        json.writeStartObject();
        json.writeStringProperty("kind", changed.what());
        items.properties(json, changed.entry(), changed.isGone() ? GONE : USUAL);
        json.writeEndObject();
    }

    private void channel(JsonGenerator json, Channel channel) {
        json.writeStartObject();
        json.writeStringProperty("page", channel.page().at(server));
        for (Format format : Format.values()) {
            json.writeStringProperty(format.extension(), channel.feed(format).at(server));
        }
        json.writeEndObject();
    }
}
