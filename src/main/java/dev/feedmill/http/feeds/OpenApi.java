package dev.feedmill.http.feeds;

import dev.feedmill.address.Channel;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.address.Parameter;
import dev.feedmill.address.PathPrefix;
import dev.feedmill.feed.OpenSearchRenderer;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.item.Site;
import dev.feedmill.http.events.EventHandler;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.query.SelectionParameters;
import dev.feedmill.http.query.TermNames;
import dev.feedmill.selection.Term;
import dev.feedmill.web.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * The OpenAPI 3.1 description (spec.openapis.org/oas/v3.1.1), generated from the table that the parameter parser uses.
 */
public final class OpenApi {
    private static final int SIZE = 1 << 16;
    private static final String DESCRIPTION = "description";
    private static final String SCHEMA = "schema";

    private final Site site;
    private final ServerRules.Selections rules;
    private final boolean hasEvents;
    private final int maxItems;

    private OpenApi(Site site, ServerRules rules, int defaultItems) {
        this.site = site;
        this.rules = rules.selections();
        this.hasEvents = rules.events().isOn();
        this.maxItems = rules.selections().maxItems(defaultItems);
    }

    /**
     * The description of a server.
     *
     * @param defaultItems entries of a feed if the address names no limit
     */
    public static Document of(Site site, ServerRules rules, int defaultItems) {
        Map<String, Object> document = new OpenApi(site, rules, defaultItems).document();
        return new Document("application/json", Json.bytes(SIZE, json -> write(json, document)));
    }

    private Map<String, Object> document() {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Format format : Format.values()) {
            paths.put(
                    Channel.EVERYTHING.feed(format).rooted(),
                    feed(format, "All articles", "feed", List.of(), SelectionParameters.FEED));
            for (Term.Kind kind : TermNames.KINDS) {
                paths.put(
                        named(kind.prefix(), format),
                        feed(
                                format,
                                "Articles of one of the " + kind.plural(),
                                kind.plural(),
                                List.of(name()),
                                SelectionParameters.FEED));
            }
            paths.put(
                    named(PathPrefix.FEEDS, format),
                    feed(
                            format,
                            "A selection that the settings name",
                            "named",
                            List.of(name()),
                            SelectionParameters.SHAPE));
        }
        if (site.addresses().hubs().contains(FixedAddress.HUB.at(site.server()))) {
            paths.put(FixedAddress.HUB.rooted(), hub());
        }
        paths.put(FixedAddress.LATEST.rooted(), latest());
        if (hasEvents) {
            paths.put(FixedAddress.EVENTS.rooted(), events());
        }
        paths.put(FixedAddress.OPML.rooted(), plain("All feeds as OPML", "opml", "text/x-opml"));
        paths.put(
                FixedAddress.OPEN_SEARCH.rooted(),
                plain("The OpenSearch description of the search", "openSearch", OpenSearchRenderer.MEDIA_TYPE));
        paths.put(FixedAddress.WEBFINGER.rooted(), bridged("An account of the Fediverse, at the bridge", "webfinger"));
        paths.put(FixedAddress.HOST_META.rooted(), bridged("Where accounts are described, at the bridge", "hostMeta"));
        paths.put(
                FixedAddress.HEALTH.rooted(),
                plain("Whether the server is alive and ready", "health", "application/json"));
        paths.put(
                FixedAddress.LIVENESS.rooted(), plain("Whether the server is alive", "healthLive", "application/json"));
        paths.put(
                FixedAddress.READINESS.rooted(), plain("Whether feeds are served", "healthReady", "application/json"));
        return object(
                "openapi",
                "3.1.1",
                "info",
                object("title", site.title(), DESCRIPTION, site.description(), "version", site.version()),
                "servers",
                List.of(object("url", site.server().baseUrl())),
                "paths",
                paths);
    }

    /** The path template of the feeds below a prefix; its braces must not be encoded. */
    private static String named(PathPrefix prefix, Format format) {
        return prefix.slashed() + "{name}." + format.extension();
    }

    private Map<String, Object> feed(
            Format format, String summary, String id, List<Map<String, Object>> path, Set<Parameter> query) {
        return get(summary + ", as " + format.label(), id + "-" + format.extension(), path, query, format.bareType());
    }

    private static Map<String, Object> hub() {
        Map<String, Object> fields = new LinkedHashMap<>();
        List.of("hub.mode", "hub.topic", "hub.callback", "hub.lease_seconds", "hub.secret")
                .forEach(field -> fields.put(field, object("type", "string")));
        Map<String, Object> form = object(
                "type", "object", "required", List.of("hub.mode", "hub.topic", "hub.callback"), "properties", fields);
        return object(
                "post",
                object(
                        "operationId",
                        "hub",
                        "summary",
                        "Begins or ends a subscription to a feed (WebSub)",
                        "requestBody",
                        object(
                                "required",
                                true,
                                "content",
                                object("application/x-www-form-urlencoded", object(SCHEMA, form))),
                        "responses",
                        object(
                                "202",
                                object(DESCRIPTION, "The callback will be asked to confirm"),
                                "400",
                                object(DESCRIPTION, "What is wrong, in words"),
                                "429",
                                object(DESCRIPTION, "Too many requests wait for their callbacks"))));
    }

    private static Map<String, Object> bridged(String summary, String id) {
        return object(
                "get",
                object(
                        "summary",
                        summary,
                        "operationId",
                        id,
                        "responses",
                        object(
                                "302",
                                object(DESCRIPTION, "The same address at the bridge"),
                                "404",
                                object(DESCRIPTION, "The settings name no bridge"))));
    }

    private Map<String, Object> latest() {
        return get(
                "The latest articles as plain JSON",
                "latest",
                List.of(),
                SelectionParameters.LATEST,
                "application/json");
    }

    private Map<String, Object> events() {
        List<Map<String, Object>> parameters = new ArrayList<>();
        SelectionParameters.EVENTS.forEach(parameter -> parameters.add(parameter(parameter)));
        return object(
                "get",
                object(
                        "operationId",
                        "events",
                        "summary",
                        "What changes, as Server-Sent Events: added, edited, removed, reset",
                        "parameters",
                        parameters,
                        "responses",
                        object(
                                "200",
                                object(
                                        DESCRIPTION,
                                        "The events, as they come",
                                        "content",
                                        object(EventHandler.MEDIA_TYPE, object())),
                                "400",
                                problem("A parameter has an invalid value"),
                                "404",
                                problem("A name is not known"),
                                "410",
                                problem("Nothing is left under this name"),
                                "429",
                                problem("The client has too many open streams"),
                                "503",
                                problem("There are too many open streams, or the articles are still being read"))));
    }

    private Map<String, Object> get(
            String summary, String id, List<Map<String, Object>> path, Set<Parameter> query, String type) {
        List<Map<String, Object>> parameters = new ArrayList<>(path);
        query.forEach(parameter -> parameters.add(parameter(parameter)));
        Map<String, Object> responses = object(
                "200",
                object(DESCRIPTION, "The articles", "content", object(type, object())),
                "301",
                object(DESCRIPTION, "The canonical address of this query"),
                "304",
                object(DESCRIPTION, "Nothing changed since the tag or time that the request names"));
        Map.of(
                        "400", "A parameter has an invalid value",
                        "404", "A name is not known",
                        "410", "Nothing is left under this name",
                        "429", "Asked too often without If-None-Match",
                        "503", "The articles are still being read or indexed")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(problem -> responses.put(problem.getKey(), problem(problem.getValue())));
        return object(
                "get", object("operationId", id, "summary", summary, "parameters", parameters, "responses", responses));
    }

    private static Map<String, Object> plain(String summary, String id, String type) {
        return object(
                "get",
                object(
                        "operationId",
                        id,
                        "summary",
                        summary,
                        "responses",
                        object("200", object(DESCRIPTION, summary, "content", object(type, object())))));
    }

    private static Map<String, Object> problem(String says) {
        return object(DESCRIPTION, says, "content", object(ProblemResponses.MEDIA_TYPE, object()));
    }

    private static Map<String, Object> name() {
        return object(
                "name",
                "name",
                "in",
                "path",
                "required",
                true,
                DESCRIPTION,
                "The name; for a category, preceded by its parents, separated by slashes",
                SCHEMA,
                object("type", "string"));
    }

    private Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> one = object("type", parameter.type().isNumber() ? "integer" : "string");
        if (!parameter.choices().isEmpty()) {
            one.put("enum", parameter.choices());
        }
        if (parameter == Parameter.LIMIT) {
            one.put("minimum", 1);
            one.put("maximum", maxItems);
        }
        if (parameter.type() == Parameter.Type.WORDS) {
            one.put("maxLength", rules.maxText());
        }
        if (parameter.type() == Parameter.Type.NAME) {
            one.put("maxLength", parameter.most());
        }
        return object(
                "name",
                parameter.toString(),
                "in",
                "query",
                DESCRIPTION,
                parameter.says(),
                SCHEMA,
                parameter.type() == Parameter.Type.TEXTS
                        ? object("type", "array", "maxItems", rules.maxNames(), "items", one)
                        : one);
    }

    /** An object from alternating names and values. */
    private static Map<String, Object> object(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return object;
    }

    private static void write(JsonGenerator json, Object value) {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            object.forEach((name, part) -> {
                json.writeName(String.valueOf(name));
                write(json, part);
            });
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(part -> write(json, part));
            json.writeEndArray();
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(String.valueOf(value));
        }
    }
}
