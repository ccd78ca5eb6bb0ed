package dev.feedmill.html;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Embedded players, which no feed reader runs: those of known hosts become a link, the others go. */
final class Players {
    private final List<String> hosts;

    Players(List<String> hosts) {
        this.hosts = hosts.stream().map(h -> h.toLowerCase(Locale.ROOT)).toList();
    }

    void link(Element body, String base) {
        for (Element player : body.select("iframe, embed, object[data]")) {
            String url = url(player, base);
            if (url == null) {
                player.remove();
                continue;
            }
            Element link = new Element("a").attr("href", url);
            link.text(player.attr("title").isBlank() ? url : player.attr("title"));
            player.replaceWith(new Element("p").appendChild(link));
        }
    }

    private @Nullable String url(Element player, String base) {
        for (String name : List.of("src", "data-src", "data")) {
            String url = WebUrl.absolute(base, player.attr(name));
            if (url != null && isKnown(url)) {
                return url;
            }
        }
        return null;
    }

    private boolean isKnown(String url) {
        String host = URI.create(url).getHost();
        return host != null && hosts.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    }
}
