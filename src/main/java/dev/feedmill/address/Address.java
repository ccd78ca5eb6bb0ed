package dev.feedmill.address;

import dev.feedmill.web.ServerUrl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address of this server. */
public sealed interface Address permits Address.Named, FixedAddress {
    /** The path, percent-encoded, without a leading slash: relative to the server's base URL. */
    String path();

    /** The path with a leading slash, as in requests. */
    default String rooted() {
        return "/" + path();
    }

    /**
     * Path and query, without a leading slash.
     *
     * @param query percent-encoded, without a question mark; empty for none
     */
    default String with(String query) {
        return query.isEmpty() ? path() : path() + "?" + query;
    }

    /** Path and query with a leading slash, as in requests. */
    default String rooted(String query) {
        return "/" + with(query);
    }

    /** The URL with {@link ServerUrl#URL} as the placeholder for this server. */
    default String stored() {
        return ServerUrl.URL + path();
    }

    /** The absolute URL on a server. */
    default String at(ServerUrl server) {
        return server.url(path());
    }

    /**
     * The address with a path, in any spelling.
     *
     * @param path percent-encoded, with a leading slash
     * @return null if the path is malformed, or of no kind of address
     */
    static @Nullable Address parse(String path) {
        return AddressParser.parse(path);
    }

    /** The relative path from here to the root; empty if this is right below it. */
    default String up() {
        return "../".repeat((int) path().chars().filter(c -> c == '/').count());
    }

    /** The address in a URL from {@link #stored}, without query and fragment; null for any other URL. */
    static @Nullable Address ofStored(String url) {
        return below(ServerUrl.URL, url);
    }

    /** The address in a URL on a server, without query and fragment; null for any other URL. */
    static @Nullable Address on(ServerUrl server, String url) {
        return below(server.url(""), url);
    }

    private static @Nullable Address below(String root, String url) {
        return url.startsWith(root) ? parse("/" + url.substring(root.length()).replaceFirst("[?#].*$", "")) : null;
    }

    /** An address with a name in it. */
    sealed interface Named extends Address {}

    /** The address of a channel's page, or of one of its feeds. */
    sealed interface OfChannel extends Named {
        Channel channel();

        /** The format of the feed; null for the page. */
        @Nullable
        Format format();
    }

    /** The page of a channel. */
    record Page(Channel channel) implements OfChannel {
        @Override
        public @Nullable Format format() {
            return null;
        }

        @Override
        public String path() {
            return channel.path();
        }
    }

    /** A feed of a channel. */
    record Feed(Channel channel, Format format) implements OfChannel {
        @Override
        public String path() {
            return channel.stem() + "." + format.extension();
        }

        /** The page whose name ends like a feed: {@code data.json}. */
        public Page asPage() {
            List<String> names = new ArrayList<>(channel.segments());
            int last = names.size() - 1;
            names.set(last, names.get(last) + "." + format.extension());
            return new Page(new Channel(channel.prefix(), names));
        }
    }

    /**
     * A page of the archive of a channel: of one of its feeds (RFC 5005 section 4), or of its page.
     *
     * @param number counted from 1 at the oldest, so that new entries never change the address of a page
     */
    record Archive(OfChannel of, int number) implements Named {
        @Override
        public String path() {
            String path = PathPrefix.ARCHIVE.segment() + "/" + number;
            return of.path().isEmpty() ? path : path + "/" + of.path();
        }

        /**
         * The page of an archive.
         *
         * @param rest what follows the prefix in its path: {@code 3/feed.rss}, or {@code 3} for the archive of all articles
         * @return null if it is no number followed by the path of a channel
         */
        static @Nullable Archive at(String rest) {
            int slash = rest.indexOf('/');
            String number = slash < 0 ? rest : rest.substring(0, slash);
            return number.matches("[1-9][0-9]{0,8}")
                            && parse(slash < 0 ? "/" : rest.substring(slash)) instanceof OfChannel of
                    ? new Archive(of, Integer.parseInt(number))
                    : null;
        }
    }

    /** The list of all terms below a prefix. */
    record Terms(PathPrefix prefix) implements Named {
        @Override
        public String path() {
            return prefix.segment();
        }
    }

    /** The page of an article. */
    record Article(String slug) implements Named {
        @Override
        public String path() {
            return PathPrefix.ARTICLES.path(List.of(slug));
        }
    }

    /** The chapters of an article's recording. */
    record Chapters(String slug) implements Named {
        static final String NAME = "chapters.json";

        @Override
        public String path() {
            return PathPrefix.ARTICLES.path(List.of(slug, NAME));
        }
    }

    /** An address with the path of a file of the articles folder. */
    sealed interface InFolder extends Named {
        /** The names of the path. */
        List<String> names();

        /** The path within the folder, separated by {@code /}. */
        default String inFolder() {
            return String.join("/", names());
        }
    }

    /** A file of the articles folder, by the names of its path there. */
    record File(List<String> names) implements InFolder {
        public File {
            names = List.copyOf(names);
        }

        /**
         * The address of a file.
         *
         * @param path path within the folder, separated by {@code /}
         */
        public static File of(String path) {
            return new File(List.of(path.split("/", -1)));
        }

        @Override
        public String path() {
            return PathPrefix.FILES.path(names);
        }
    }

    /** An article by the path of its file, which leads to its page. */
    record Source(List<String> names) implements InFolder {
        public Source {
            names = List.copyOf(names);
        }

        /**
         * The address of an article's file.
         *
         * @param path path within the folder, separated by {@code /}
         */
        public static Source of(String path) {
            return new Source(List.of(path.split("/", -1)));
        }

        @Override
        public String path() {
            return PathPrefix.SOURCE.path(names);
        }
    }

    /**
     * The file by which search engines know that a key is this server's (IndexNow). It is not parsed, since only one
     * key is.
     */
    record KeyFile(String key) implements Named {
        @Override
        public String path() {
            return key + ".txt";
        }
    }

    /** A style sheet, script or icon of the pages. */
    record Asset(String name) implements Named {
        /** The style sheet of feeds. */
        public static final Asset FEED_STYLE = new Asset("feed.css");

        @Override
        public String path() {
            return PathPrefix.ASSETS.segment() + "/" + name;
        }
    }

    /** A feed that leads to the one with the same query, for clients that guess its address from the search page. */
    record SearchFeed(Format format) implements Named {
        @Override
        public String path() {
            return FixedAddress.SEARCH.path() + "." + format.extension();
        }
    }

    /**
     * A file of the sitemap.
     *
     * @param number counted from 1
     */
    record SitemapPart(Of of, int number) implements Named {
        /** What a file of the sitemap lists. */
        public enum Of {
            PAGES("pages-"),
            ARTICLES("articles-");

            private final String start;

            Of(String start) {
                this.start = start;
            }
        }

        @Override
        public String path() {
            return PathPrefix.SITEMAPS.segment() + "/" + of.start + number + ".xml";
        }

        static @Nullable SitemapPart named(String name) {
            for (Of of : Of.values()) {
                String rest = name.startsWith(of.start) ? name.substring(of.start.length()) : "";
                if (rest.matches("[1-9][0-9]{0,7}\\.xml")) {
                    return new SitemapPart(of, Integer.parseInt(rest.substring(0, rest.length() - 4)));
                }
            }
            return null;
        }
    }
}
