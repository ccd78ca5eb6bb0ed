package dev.feedmill.html.repair;

import dev.feedmill.html.allowed.BaseUrl;
import dev.feedmill.html.text.PlainText;
import dev.feedmill.web.ServerUrl;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Replaces frames, plug-ins and scripts that embed another site with plain links. */
public final class FrameLinker {
    private static final Set<String> FRAMES = Set.of("iframe", "embed", "script");
    private static final Set<String> LINES =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt", "caption");

    private final List<String> blockedHosts;

    public FrameLinker(List<String> blockedHosts) {
        this.blockedHosts = blockedHosts;
    }

    public void link(Element body, BaseUrl base) {
        Found found = new Found(base);
        body.filter(found);
        Set<String> replacement = new HashSet<>();
        found.frames.stream().filter(frame -> !frame.inNoscript()).forEach(frame -> replacement.add(frame.url()));
        TreeEdits edits = new TreeEdits();
        for (Frame frame : found.frames) {
            if (!frame.inNoscript() || !replacement.contains(frame.url())) {
                edits.replace(frame.element(), replacement(frame));
            }
        }
        edits.apply();
    }

    /**
     * Embedded content of another site.
     *
     * @param inLine whether it is in a line of words
     * @param inNoscript whether it may be a copy for clients without scripts
     */
    private record Frame(Element element, String url, boolean inLine, boolean inNoscript) {}

    private final class Found implements NodeFilter {
        private final BaseUrl base;
        private final List<Frame> frames = new ArrayList<>();
        private final Deque<Integer> linksBefore = new ArrayDeque<>();
        private int lines;
        private int noscripts;
        private int links;

        private Found(BaseUrl base) {
            this.base = base;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            String name = node.normalName();
            if (name.equals("object")) {
                linksBefore.push(links);
            } else if (node instanceof Element frame && FRAMES.contains(name)) {
                add(frame);
            } else if (name.equals("a") || name.equals("img")) {
                links++;
            }
            count(name, 1);
            return FilterResult.CONTINUE;
        }

        /** Replaces an object with its content if that has a link: it often contains a frame for the same video. */
        @Override
        public FilterResult tail(Node node, int depth) {
            String name = node.normalName();
            count(name, -1);
            if (name.equals("object") && linksBefore.pop() == links) {
                add((Element) node);
            }
            return FilterResult.CONTINUE;
        }

        private void add(Element frame) {
            String url = base.web(address(frame, base));
            if (url != null && !isBlocked(url)) {
                frames.add(new Frame(frame, url, lines > 0, noscripts > 0));
                links++;
            }
        }

        private void count(String name, int step) {
            lines += LINES.contains(name) ? step : 0;
            noscripts += name.equals("noscript") ? step : 0;
        }
    }

    private boolean isBlocked(String url) {
        String host = host(url);
        return blockedHosts.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    }

    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host;
    }

    private static Element replacement(Frame found) {
        Element frame = found.element();
        String url = found.url();
        if (frame.attr("type").toLowerCase(Locale.ROOT).startsWith("image/")) {
            return new Element("img").attr("src", url).attr("alt", frame.text());
        }
        Element link = new Element("a").attr("href", url).text(label(frame, url));
        return found.inLine() ? link : new Element("p").appendChild(link);
    }

    /** Returns the author's label, else the name of a local file, or the host. */
    private static String label(Element frame, String url) {
        for (String attribute : List.of("title", "aria-label")) {
            String words = PlainText.collapse(frame.attr(attribute));
            if (!words.isEmpty()) {
                return words;
            }
        }
        if (url.startsWith(ServerUrl.URL)) {
            String path = URI.create(url).getPath();
            return path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
        }
        String host = host(url);
        return host.isEmpty() ? url : host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String address(Element frame, BaseUrl base) {
        return switch (frame.normalName()) {
            case "script" -> EmbedScript.address(frame, base);
            case "object" ->
                frame.hasAttr("data") ? frame.attr("data") : valueOf(frame.selectFirst("param[name=movie]"));
            default -> {
                String lazy = LazyImageRepairer.lazyAddress(frame);
                yield lazy == null ? frame.attr("src") : lazy;
            }
        };
    }

    private static String valueOf(@Nullable Element parameter) {
        return parameter == null ? "" : parameter.attr("value");
    }
}
