package dev.feedmill.html;

import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** Makes a plain link of each embedded player of a known host; all other embedded pages are left to be removed. */
final class PlayerLinker {
    private static final String LINE = "p, h1, h2, h3, h4, h5, h6, summary, dt, caption";

    private final List<String> hosts;

    PlayerLinker(List<String> hosts) {
        this.hosts = hosts;
    }

    void link(Element body, BaseUrl base) {
        Elements frames = body.select("iframe, embed, object");
        // Inner ones first: an object often holds an embed for the same film.
        for (int i = frames.size() - 1; i >= 0; i--) {
            Element frame = frames.get(i);
            String url = base.web(address(frame));
            boolean told = frame.normalName().equals("object") && frame.selectFirst("a") != null;
            if (url != null && isPlayer(url) && !told) {
                frame.replaceWith(link(frame, url));
            }
        }
    }

    private boolean isPlayer(String url) {
        String host = URI.create(url).getHost();
        return host != null && hosts.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    }

    private static Element link(Element frame, String url) {
        String title = frame.attr("title").strip();
        Element link = new Element("a").attr("href", url).text(title.isEmpty() ? url : title);
        return frame.closest(LINE) == null ? new Element("p").appendChild(link) : link;
    }

    private static String address(Element frame) {
        if (frame.normalName().equals("object")) {
            Element movie = frame.selectFirst("param[name=movie]");
            return frame.hasAttr("data") ? frame.attr("data") : valueOf(movie);
        }
        String lazy = LazyImageRepairer.lazyAddress(frame);
        return lazy == null ? frame.attr("src") : lazy;
    }

    private static String valueOf(@Nullable Element parameter) {
        return parameter == null ? "" : parameter.attr("value");
    }
}
