package dev.feedmill.reading.link;

import dev.feedmill.address.Address;
import dev.feedmill.article.FolderPath;
import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.dialect.address.FileNameDate;
import dev.feedmill.html.allowed.LinkBase;
import dev.feedmill.selection.Term;
import dev.feedmill.web.PercentCoding;
import dev.feedmill.web.ServerUrl;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Resolves links of an article to others by file: {@code ./b.md}, {@code [[b]]}, {@code @/b.md}, {@code {filename}b.md}. */
public final class FileLinkResolver implements LinkBase.Sources {
    private static final Pattern TEXT = Pattern.compile("(?i).+\\.(md|mdx|markdown|rst)");
    private static final Pattern MARKED =
            Pattern.compile("(?:\\{(?:filename|static|attach)\\}|\\|filename\\||@site/|@/)(.*)");

    private static final Pattern TERM = Pattern.compile("(?:\\{|%7[Bb])(category|tag|author)(?:\\}|%7[Dd])(.+)");

    /** Folder that Docusaurus copies to the root of the site. */
    private static final String STATIC = "@site/static/";

    /** Prefix of links that Docusaurus does not resolve to its own files. */
    private static final String PATHNAME = "pathname://";

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    /** Paths of term pages on this server, by kind. */
    private static final Map<String, Term.Kind> TERMS =
            Map.of("category", Term.Kind.CATEGORY, "tag", Term.Kind.TAG, "author", Term.Kind.AUTHOR);

    /** A path whose last name has no ending. */
    private static final Pattern PAGE = Pattern.compile("(?![A-Za-z][A-Za-z0-9+.-]*:|//)[^?#]*?[^./?#]+/?");

    private final SourceIndex index;
    private final GeneratorSite site;
    private final String path;
    private final @Nullable String siteUrl;
    private final @Nullable AttachmentFinder attachments;
    private final @Nullable AddressFinder pages;
    private final Instant now;
    private final Map<String, String> faults = new LinkedHashMap<>();

    /**
     * Creates the links of one article.
     *
     * @param path of the article that has the links
     * @param siteUrl the article's website, which may serve what is not in the folder; null if it lives here
     * @param attachments finds the files that are served here; null if the website serves them
     * @param pages finds the pages of this server; null if the article lives elsewhere, where pages may exist that are
     *     not in the folder
     */
    public FileLinkResolver(
            SourceIndex index,
            GeneratorSite site,
            String path,
            @Nullable String siteUrl,
            @Nullable AttachmentFinder attachments,
            @Nullable AddressFinder pages,
            Instant now) {
        this.now = now;
        this.pages = pages;
        this.siteUrl = siteUrl;
        this.attachments = attachments;
        this.index = index;
        this.site = site;
        this.path = path;
    }

    /** Returns the problems of links as sentences, by the links as written. */
    public Map<String, String> faults() {
        return faults;
    }

    private SourceIndex.Article article(String found, String written) {
        SourceIndex.Article article = index.article(found);
        if (attachments != null) {
            attachments.recordLink(found);
        }
        if (!article.isPublic()) {
            faults.putIfAbsent(written, "'" + written + "' leads to an article that is not public");
        } else if (!found.equals(path) && !article.isPublicAt(now)) {
            faults.putIfAbsent(
                    written, "'" + written + "' leads to an article that its dates hold back; its title is not shown");
        }
        // An expired or hidden article has no page to link to.
        return attachments == null || article.isPublicAt(now) ? article : article.withoutAddress();
    }

    @Override
    public @Nullable String address(String written) {
        Matcher term = TERM.matcher(written);
        if (term.matches()) {
            return term(term.group(1), PercentCoding.decodeLink(term.group(2)));
        }
        if (written.startsWith(STATIC)) {
            return fromSite(written, "/" + written.substring(STATIC.length()));
        }
        if (SCHEME.matcher(written).lookingAt()) {
            return written.startsWith(PATHNAME)
                    ? fromSite(written, written.substring(PATHNAME.length()).replaceFirst("^/*", "/"))
                    : null;
        }
        Matcher marked = MARKED.matcher(written);
        boolean isMarked = marked.matches();
        String reference = isMarked ? marked.group(1) : written;
        if (attachments != null && AttachmentFinder.isFile(reference)) {
            return attachment(attachments, written, written.startsWith("@") ? "/" + reference : reference);
        }
        String name = PercentCoding.decodeLink(reference);
        if (!TEXT.matcher(name).matches()) {
            String page = site.linksWithoutEnding() && PAGE.matcher(name).matches() ? page(name, name + ".md") : null;
            return page == null ? elsewhere(written, name) : page;
        }
        String found = find(name, written.startsWith("@"));
        if (found == null && isMarked) {
            List<String> named =
                    index.byName(name.substring(name.lastIndexOf('/') + 1)).toList();
            found = named.size() == 1 ? named.get(0) : null;
        }
        if (found == null) {
            // The website may serve such a path with a program.
            if (name.startsWith("/") && !isMarked) {
                return elsewhere(written, name);
            }
            faults.putIfAbsent(written, "there is no '" + written + "' in the folder");
            return siteUrl == null ? "" : null;
        }
        return article(found, written).address();
    }

    /** Resolves a link that is no file of the folder. */
    private @Nullable String elsewhere(String written, String name) {
        return pages == null ? fromRoot(written) : page(pages, written, name);
    }

    private String page(AddressFinder finder, String written, String name) {
        int query = name.indexOf('?');
        String place = finder.find(query < 0 ? name : name.substring(0, query));
        if (place == null) {
            faults.putIfAbsent(written, fault(written, name));
            return "";
        }
        int writtenQuery = written.indexOf('?');
        return place.startsWith("/")
                ? ServerUrl.URL + place.substring(1) + (writtenQuery < 0 ? "" : written.substring(writtenQuery))
                : article(place, written).address();
    }

    private String fault(String written, String name) {
        String none = "there is no page '" + written + "'";
        return attachments == null ? none : attachments.fault(name, written, none);
    }

    /** Resolves a link from the root of the site; null to keep it as written. */
    private @Nullable String fromRoot(String written) {
        boolean bare = written.startsWith("/") && !written.startsWith("//");
        return bare && siteUrl != null && site.linkRoot() != null ? belowRoot(written) : null;
    }

    /** Resolves a link by its place on the finished site. */
    private @Nullable String fromSite(String written, String name) {
        return attachments != null && AttachmentFinder.isFile(name)
                ? attachment(attachments, written, name)
                : pages != null ? page(pages, written, PercentCoding.decodeLink(name)) : belowRoot(name);
    }

    private String belowRoot(String written) {
        if (siteUrl == null) {
            return ServerUrl.URL + written.substring(1);
        }
        String root = Objects.requireNonNullElse(site.linkRoot(), "");
        return ArticleLinks.underSiteUrl(siteUrl, (written + "/").startsWith(root + "/") ? written : root + written);
    }

    private @Nullable String attachment(AttachmentFinder finder, String written, String reference) {
        String found = finder.address(reference);
        if (found != null || pages == null) {
            return found;
        }
        faults.putIfAbsent(written, finder.fault(reference, written));
        return "";
    }

    private @Nullable String page(String name, String file) {
        String found = find(name.endsWith("/") ? name + "index.md" : file, false);
        return found == null ? null : article(found, name).address();
    }

    /** Returns the page of a category, tag or author. */
    private @Nullable String term(String kind, String name) {
        String address = site.termAddress(kind, name);
        Term.Kind ofTerm = TERMS.get(kind);
        if (address == null || ofTerm == null) {
            return null;
        }
        Address here = ofTerm.channel(List.of(name)).page();
        if (pages != null) {
            return page(pages, "{" + kind + "}" + name, here.rooted());
        }
        return siteUrl == null ? here.stored() : siteUrl.replaceFirst("/$", "") + address;
    }

    /**
     * Returns the article by its path from a folder of the site, or by the end of its path; null for none, and for one
     * that must stay unknown.
     */
    public SourceIndex.@Nullable Article find(String target) {
        SourceIndex.Article article = any(target);
        if (article == null && attachments != null) {
            attachments.recordMissingName(withoutEnding(target.replaceFirst("#.*$", "")));
        }
        return article == null || article.address().isEmpty() ? null : article;
    }

    private SourceIndex.@Nullable Article any(String target) {
        String name = target.replaceFirst("#.*$", "").replaceFirst("/+$", "");
        for (String ending : List.of("", ".md", "/index.md", ".markdown", ".html")) {
            String found = name.isEmpty() ? null : find(name + ending, false);
            if (found != null && (!ending.isEmpty() || !AttachmentFinder.isFile(found))) {
                return article(found, target);
            }
        }
        String end = "/" + withoutEnding(name.toLowerCase(Locale.ROOT));
        return index.byName(withoutEnding(name.substring(name.lastIndexOf('/') + 1)))
                .filter(found -> TEXT.matcher(found).matches() || found.endsWith(".html"))
                .filter(found ->
                        ("/" + withoutEnding(FileNameDate.without(found.toLowerCase(Locale.ROOT)))).endsWith(end)
                                || ("/" + withoutEnding(found.toLowerCase(Locale.ROOT))).endsWith(end))
                .findFirst()
                .map(found -> article(found, target))
                .orElse(null);
    }

    /** Returns the address of the article or file that a wiki link names, with its {@code #part}; null for none. */
    @Nullable
    public String wikiTarget(String target) {
        int hash = target.indexOf('#');
        String part = hash < 0 ? "" : target.substring(hash);
        SourceIndex.Article article = any(target);
        if (article != null) {
            return article.address().isEmpty() ? null : article.address() + part;
        }
        String end = "/" + target.toLowerCase(Locale.ROOT);
        String last = "/" + target.substring(target.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        // A name without an ending is a note's: it must not lead to a picture that nobody named.
        Optional<String> file = index.byName(last.substring(1))
                .filter(found -> ("/" + found).toLowerCase(Locale.ROOT).endsWith(last))
                .min(Comparator.comparing(
                        found -> ("/" + found).toLowerCase(Locale.ROOT).endsWith(end) ? 0 : 1));
        if (file.isEmpty() && attachments != null) {
            attachments.recordMissingName(withoutEnding(target.replaceFirst("#.*$", "")));
        }
        return file.map(found -> "/" + PercentCoding.encodePath(found)).orElse(null);
    }

    private static String withoutEnding(String name) {
        return name.replaceFirst("\\.(md|mdx|markdown|html)$", "");
    }

    private @Nullable String find(String name, boolean fromRoot) {
        String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        String rest = name.startsWith("/") ? name.substring(1) : name;
        Stream<String> roots = site.contentFolders().stream();
        Stream<String> places = fromRoot || name.startsWith("/") ? roots : Stream.concat(Stream.of(folder), roots);
        return places.map(place -> FolderPath.resolved(place, rest))
                .filter(found -> found != null && index.has(found))
                .findFirst()
                .orElse(null);
    }
}
