package dev.feedmill.app;

import dev.feedmill.address.Channel;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.config.Settings;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.rule.FeedPath;
import dev.feedmill.feed.item.Site;
import dev.feedmill.html.text.PlainText;
import dev.feedmill.http.SiteConfiguration;
import dev.feedmill.http.message.OldFeedPath;
import dev.feedmill.pages.part.Messages;
import dev.feedmill.web.ServerUrl;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What feeds and pages say about the whole: values from the settings, else from the folder's sites. */
public final class Presentation {
    /** The title of a site that nothing names. */
    static final String UNTITLED = "Feedmill";

    private final Settings settings;
    private final int port;
    private final Appearance appearance;

    /**
     * Creates a presentation.
     *
     * @param port of the server, used if no URL is set
     */
    Presentation(Settings settings, int port) {
        this.settings = settings;
        this.port = port;
        this.appearance = new Appearance(settings, server());
    }

    public ServerUrl server() {
        String base = settings.server().baseUrl();
        return new ServerUrl(base.isEmpty() ? "http://localhost:" + port : base);
    }

    public SiteConfiguration configuration(SiteSummary found) {
        return new SiteConfiguration(
                site(found), zone(found), oldFeeds(found), settings.site().search(), appearance.own());
    }

    /** What the operator adds to pages and feeds. */
    Appearance appearance() {
        return appearance;
    }

    /** Whether nothing names the site. */
    boolean isUntitled(SiteSummary found) {
        return settings.site().title().isEmpty() && found.facts().title() == null;
    }

    private Site site(SiteSummary found) {
        ServerUrl server = server();
        Settings.Site site = settings.site();
        SiteFacts facts = found.facts();
        String language = chosen(site.language(), facts.language(), "en");
        String home = chosen(site.home(), facts.home(), "here");
        String title = chosen(site.title(), facts.title(), UNTITLED);
        String author = chosen(site.author(), facts.author(), "");
        String movedTo = settings.server().movedTo();
        return new Site(
                new Site.Addresses(
                        server,
                        home.equals("here") ? server.url("") : home + "/",
                        movedTo.isEmpty() ? null : new ServerUrl(movedTo),
                        appearance.logo(),
                        hubs(server)),
                new Site.Texts(
                        title,
                        chosen(site.description(), facts.description(), title),
                        language,
                        author.isEmpty() ? null : author,
                        Messages.of(language).get("byline")),
                settings.serving().polling().interval(),
                Version.number());
    }

    private List<String> hubs(ServerUrl server) {
        Stream<String> own = settings.subscribing().hub() ? Stream.of(FixedAddress.HUB.at(server)) : Stream.empty();
        return Stream.concat(own, settings.pings().urls().stream()).toList();
    }

    private static String chosen(String setting, @Nullable String fact, String otherwise) {
        return !setting.isEmpty() ? setting : fact != null ? PlainText.of(fact) : otherwise;
    }

    private ZoneId zone(SiteSummary found) {
        ZoneId own = settings.site().zone();
        ZoneId chosen = own == null ? found.facts().zone() : own;
        return chosen == null ? ZoneOffset.UTC : chosen;
    }

    /** Old feed paths: those of the settings, then those of the sites. */
    private List<OldFeedPath> oldFeeds(SiteSummary found) {
        List<OldFeedPath> all = new ArrayList<>(settings.oldAddresses());
        for (FeedPath path : found.feedPaths()) {
            Format format = Format.named(path.format());
            boolean isOfAll = !path.path().contains("{");
            all.add(new OldFeedPath(
                    path.path(),
                    isOfAll && format != null ? Channel.EVERYTHING.feed(format).path() : path.format()));
        }
        return all;
    }
}
