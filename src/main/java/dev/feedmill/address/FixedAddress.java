package dev.feedmill.address;

/** The addresses without names in them, except for those of feeds and lists of terms. */
public enum FixedAddress implements Address {
    BUILDER("builder"),
    SEARCH("search"),
    /** The newest items as JSON. */
    LATEST("latest"),
    /** What changes, as Server-Sent Events. */
    EVENTS("events"),
    /** The list of all feeds. */
    OPML("feeds.opml"),
    /** Where feed readers look for the list of all feeds. */
    WELL_KNOWN_FEEDS(".well-known/feeds"),
    SITEMAP("sitemap.xml"),
    ROBOTS("robots.txt"),
    OPEN_API("openapi.json"),
    /** The description of the search. */
    OPEN_SEARCH("opensearch.xml"),
    /** Where the Fediverse looks for accounts (RFC 7033). */
    WEBFINGER(".well-known/webfinger"),
    /** Where it looks for the address of that (RFC 6415). */
    HOST_META(".well-known/host-meta"),
    /** Where browsers look for an icon. */
    FAVICON("favicon.ico"),
    /** The hub, for subscribers. */
    HUB("hub"),
    HEALTH("health"),
    LIVENESS("health/live"),
    READINESS("health/ready"),
    STATUS("status"),
    STATUS_JSON("status.json"),
    METRICS("metrics");

    private final String path;

    FixedAddress(String path) {
        this.path = path;
    }

    @Override
    public String path() {
        return path;
    }
}
