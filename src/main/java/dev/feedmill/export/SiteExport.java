package dev.feedmill.export;

import dev.feedmill.address.Address;
import dev.feedmill.address.Channel;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.address.PathPrefix;
import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.Answers;
import dev.feedmill.http.message.FilePart;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.OldFeedPath;
import dev.feedmill.library.Library;
import dev.feedmill.library.query.ServedAddresses;
import dev.feedmill.pages.Assets;
import dev.feedmill.pages.OwnStyle;
import dev.feedmill.selection.NamedSelection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes as files all responses of a server that depend on the path alone. */
public final class SiteExport {
    private static final List<FixedAddress> FIXED = List.of(
            FixedAddress.OPML, FixedAddress.LATEST, FixedAddress.SITEMAP, FixedAddress.ROBOTS, FixedAddress.FAVICON);

    /** The link of a list to a page of its archive. */
    private static final Pattern ARCHIVE = Pattern.compile("rel=\"(?:next|prev)\" href=\"(?:\\.{1,2}/)*"
            + new Address.Archive(Channel.EVERYTHING.page(), 1).path().replace("1", "([0-9]{1,9})") + "[/\"]");

    private final Answers answers;
    private final Library library;
    private final List<NamedSelection> named;
    private final Set<String> artwork;
    private final List<OldFeedPath> oldFeeds;
    private final TargetFolder target;
    private final HostFiles hosts = new HostFiles();
    private final Set<String> sources = new TreeSet<>();
    private final Map<String, String> folded = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final boolean ignoresCase;

    private SiteExport(
            Answers answers,
            Library library,
            List<NamedSelection> named,
            Set<String> artwork,
            List<OldFeedPath> oldFeeds,
            TargetFolder target) {
        this.answers = answers;
        this.library = library;
        this.named = named;
        this.artwork = artwork;
        this.oldFeeds = oldFeeds;
        this.target = target;
        this.ignoresCase = target.ignoresCase();
    }

    /**
     * Exports into a folder.
     *
     * @param artwork paths of pictures in the articles folder that the settings show
     * @param oldFeeds addresses that lead to feeds
     * @param isCheck whether files are only compared
     * @throws ExportException if the folder holds something else than an earlier export
     * @throws IOException if a file cannot be read or written
     */
    public static ExportResult into(
            Path folder,
            Answers answers,
            Library library,
            List<NamedSelection> named,
            Set<String> artwork,
            List<OldFeedPath> oldFeeds,
            boolean isCheck)
            throws IOException, ExportException {
        TargetFolder target = TargetFolder.open(folder.toAbsolutePath().normalize(), isCheck);
        return new SiteExport(answers, library, named, artwork, oldFeeds, target).run();
    }

    private ExportResult run() throws IOException {
        channel(Channel.EVERYTHING);
        for (Channel term : library.served(ServedAddresses::terms)) {
            channel(term);
        }
        for (NamedSelection one : named) {
            channel(one.channel());
        }
        for (PathPrefix folder : List.of(PathPrefix.CATEGORIES, PathPrefix.AUTHORS, PathPrefix.TAGS)) {
            require(new Address.Terms(folder));
        }
        for (FixedAddress fixed : FIXED) {
            require(fixed);
        }
        for (Address.SitemapPart.Of of : Address.SitemapPart.Of.values()) {
            int number = 1;
            while (write(new Address.SitemapPart(of, number)) != null) {
                number++;
            }
        }
        for (String name : Assets.names()) {
            require(new Address.Asset(name));
        }
        write(new Address.Asset(OwnStyle.NAME));
        for (Address article : library.served(ServedAddresses::articles)) {
            write(article);
        }
        Set<Address.File> files = new LinkedHashSet<>(library.served(ServedAddresses::files));
        artwork.stream().sorted().map(Address.File::of).forEach(files::add);
        for (Address.File file : files) {
            write(file);
        }
        redirects();
        hostFiles();
        return new ExportResult(
                target.created(), target.changed(), target.finish(), target.unchanged(), problems, notes);
    }

    /** The page and the feeds of a channel, with their archives. */
    private void channel(Channel channel) throws IOException {
        archive(channel.page(), require(channel.page()));
        for (Format format : Format.values()) {
            Address.Feed feed = channel.feed(format);
            int last = lastArchive(feed, text(require(feed)));
            int number = 1;
            while (number <= last && write(new Address.Archive(feed, number)) != null) {
                number++;
            }
        }
    }

    /**
     * The last archive page to which the text of a feed leads; 0 if the feed has all entries itself. For XML there is no
     * limit, since each archive page links to the next.
     */
    private static int lastArchive(Address.Feed feed, String text) {
        String path = Pattern.quote(new Address.Archive(feed, 1).path()).replaceFirst("/1/", "/\\\\E([0-9]+)\\\\Q/");
        Matcher named = Pattern.compile(path).matcher(text);
        return !named.find() ? 0 : feed.format().isXml() ? Integer.MAX_VALUE : Integer.parseInt(named.group(1));
    }

    /** The pages of the archive of a list, along their links: pages without articles are left out. */
    private void archive(Address.Page list, @Nullable HttpResponse first) throws IOException {
        Set<Integer> found = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(text(first)));
        while (!left.isEmpty()) {
            Matcher link = ARCHIVE.matcher(left.remove());
            while (link.find()) {
                int number = Integer.parseInt(link.group(1));
                if (found.add(number)) {
                    left.add(text(require(new Address.Archive(list, number))));
                }
            }
        }
    }

    private static String text(@Nullable HttpResponse response) {
        return response == null ? "" : new String(response.body(), StandardCharsets.UTF_8);
    }

    private @Nullable HttpResponse require(Address address) throws IOException {
        HttpResponse response = write(address);
        if (response == null) {
            problems.add(address.path() + ": is not in the export, since the server does not answer it either");
        }
        return response;
    }

    /** Writes what is at an address; returns null if there is nothing. */
    private @Nullable HttpResponse write(Address address) throws IOException {
        HttpResponse response = answers.get(address.rooted());
        boolean isMoved = response.status() == 301 && response.body().length > 0;
        if (response.status() != 200 && !isMoved) {
            return null;
        }
        if (isMoved) {
            hosts.add(
                    new Redirect(answers.above(address.rooted()), Objects.requireNonNull(response.field("Location"))));
        }
        boolean isFile = address instanceof Address.File;
        boolean isPage =
                !isFile && String.valueOf(response.field("Content-Type")).startsWith("text/html");
        String path = FilePath.of(address.path(), isPage);
        if (!isFit(path)) {
            return response;
        }
        hosts.add(address, isPage, response);
        FilePart part = response.file();
        if (part != null) {
            report(path, target.copy(path, part));
            return response;
        }
        put(path, response.body());
        if (String.valueOf(response.field("Vary")).contains("Accept-Encoding")) {
            compressed(path, response.body());
        }
        if (isPage || address instanceof Address.Feed || address instanceof Address.Archive) {
            sources.addAll(OldPaths.sources(new String(response.body(), StandardCharsets.ISO_8859_1)));
        }
        return response;
    }

    /** Compressed forms lie beside a file as web servers look for them: {@code feed.rss.gz}. */
    private void compressed(String path, byte[] bytes) throws IOException {
        Document document = new Document("", bytes);
        put(path + ".gz", document.bytes(Coding.GZIP));
        if (Coding.BROTLI.isAvailable()) {
            put(path + ".br", document.bytes(Coding.BROTLI));
        }
    }

    private void put(String path, byte[] bytes) throws IOException {
        report(path, target.write(path, bytes));
    }

    private void report(String path, @Nullable String fault) {
        if (fault != null) {
            problems.add(path + ": is not in the export: " + fault);
        }
    }

    /** Whether a file system can hold a path beside the earlier ones. */
    private boolean isFit(String path) {
        String fault = FilePath.fault(path);
        if (fault != null) {
            report(path, fault);
            return false;
        }
        String other = folded.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
        if (other == null) {
            return true;
        }
        if (other.equals(path) || ignoresCase) {
            report(path, "its file would be that of " + other);
            return false;
        }
        notes.add(path + ": file systems of macOS and Windows take it for " + other);
        return true;
    }

    private void redirects() throws IOException {
        for (String path : new OldPaths(library, oldFeeds).all()) {
            redirect(path);
        }
        for (String source : sources) {
            Redirect redirect = redirect(source);
            // The pages of the export link to these, so that they must work where a host cannot redirect.
            if (redirect != null && !redirect.isGone()) {
                String path = FilePath.of(source.substring(1) + "/", true);
                if (isFit(path)) {
                    put(path, redirect.page().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private @Nullable Redirect redirect(String path) {
        HttpResponse response = answers.get(path);
        String location = response.field("Location");
        Redirect redirect = response.status() == 410
                ? new Redirect(answers.above(path), "")
                : response.status() == 301 && location != null ? new Redirect(answers.above(path), location) : null;
        if (redirect != null) {
            hosts.add(redirect);
        }
        return redirect;
    }

    /** Files for hosts alone: a Feedmill server does not serve them. */
    private void hostFiles() throws IOException {
        put("404.html", answers.missingPage());
        put(".nojekyll", new byte[0]);
        put("_headers", bytes(hosts.headers(answers.above("/"))));
        put("_redirects", bytes(hosts.redirects()));
        put("feedmill-nginx.conf", bytes(hosts.nginx(answers.above("/"))));
        if (hosts.moves() > HostFiles.MAX_CLOUDFLARE_LINES) {
            notes.add("_redirects: Cloudflare reads the first " + HostFiles.MAX_CLOUDFLARE_LINES + " of "
                    + hosts.moves() + " lines");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
