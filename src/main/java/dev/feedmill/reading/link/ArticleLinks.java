package dev.feedmill.reading.link;

import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.dialect.address.FileNameDate;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.html.allowed.LinkBase;
import dev.feedmill.html.allowed.WebUrl;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.header.Report;
import dev.feedmill.web.PercentCoding;
import dev.feedmill.web.ServerUrl;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The addresses of an article: its permalink, the base of its relative links, its picture and its slug. */
public final class ArticleLinks {
    /** Keys of the article's own address. */
    private static final List<String> OWN = List.of("permalink", "url", "canonical", "canonicalurl");

    /** Keys of the address of an article's subject or source: its own only if it has no website. */
    private static final List<String> OTHERS =
            List.of("link", "externalurl", "externallink", "originalurl", "original", "sourceurl", "source", "fromurl");

    private static final String[] IMAGES = {
        "thumbnail",
        "headimg",
        "cover",
        "image",
        "banner",
        "og_image",
        "og:image",
        "ogimage",
        "feature_image",
        "featured_image",
        "featuredimage",
        "featured",
        "feature",
        "cover_image",
        "coverimage",
        "index_img",
        "banner_img",
        "top_img",
        "hero",
        "heroimage",
        "teaser",
        "img",
        "picture",
        "photo",
        "photos",
        "images",
        "socialimage",
        "excerpt_image",
        "preview",
        "cover.image",
        "cover.url",
        "image.path",
        "image.url",
        "image.src",
        "image.feature",
        "banner.image",
        "hero.image",
        "thumbnail.image",
        "cover.src",
        "heroimage.src",
        "images.feature",
        "header.image",
        "header.teaser",
        "header.overlay_image",
        "extra.image",
        "extra.cover",
        "params.image",
        "featuredimage.src",
        "seo.image",
        "resources.src"
    };

    private final ReadingRules rules;
    private final GeneratorSite site;
    private final Post post;
    private final @Nullable String siteUrl;
    private final FrontMatter front;
    private final Report report;
    private final @Nullable String permalink;
    private final @Nullable String link;

    public ArticleLinks(ReadingRules rules, GeneratorSite site, Post post, FrontMatter front, Report report) {
        this.rules = rules;
        this.site = site;
        this.post = post;
        this.siteUrl = rules.siteUrl(site);
        this.front = front;
        this.report = report;
        this.permalink = findPermalink();
        this.link = findLink();
    }

    /** Returns the article's URL; null if it lives here. */
    @Nullable
    public String link() {
        return link;
    }

    /** Returns the entry id derived from the article's address; null if there is none. */
    @Nullable
    public String entryId() {
        if (link == null) {
            return null;
        }
        return switch (rules.ids()) {
            case STABLE -> null;
            case PERMALINK -> link;
            case GENERATOR -> site.entryId(post, link);
        };
    }

    /** Returns its earlier addresses. */
    public List<String> aliases() {
        String address = site.address(post);
        String own = address == null ? "/" : address.replaceFirst("/$", "");
        String folder = own.substring(0, own.lastIndexOf('/') + 1);
        String base = site.basePath();
        return new AliasReader(
                        rules,
                        site,
                        folder.startsWith(base + "/") ? folder.substring(base.length()) : folder,
                        front,
                        report)
                .paths();
    }

    private @Nullable String findPermalink() {
        for (String key : List.of("permalink", "url", "path")) {
            String written = front.text(key);
            if (written == null
                    || Permalink.isAbsolute(written, rules.limits().maxUrlLength())
                    || written.equalsIgnoreCase("false")) {
                continue;
            }
            if (Permalink.isUnsafe(written)) {
                report.add(
                        front.line(key),
                        Kind.URL,
                        "'" + key + "' must be a path of the website, not '" + written + "'");
                continue;
            }
            return written;
        }
        return null;
    }

    private @Nullable String findLink() {
        for (String key :
                siteUrl == null ? Stream.concat(OWN.stream(), OTHERS.stream()).toList() : OWN) {
            String written = front.text(key);
            if (Permalink.isAbsolute(written, rules.limits().maxUrlLength())) {
                return absolute(ServerUrl.URL, String.valueOf(written));
            }
        }
        if (siteUrl == null) {
            return null;
        }
        String address = site.address(post);
        if (address != null && !Permalink.isUnsafe(address)) {
            return absolute(siteUrl, underSiteUrl(siteUrl, address));
        }
        return permalink == null || Permalink.isPattern(permalink)
                ? null
                : absolute(siteUrl, underSiteUrl(siteUrl, permalink));
    }

    /**
     * Appends a path to the website's URL; the path may already include the base path that generators put before each
     * address.
     */
    static String underSiteUrl(String siteUrl, String path) {
        String root = siteUrl.replaceFirst("^(https?://[^/]+).*$", "$1");
        String own = siteUrl.substring(root.length()).replaceFirst("/$", "");
        String rest = path.startsWith("/") ? path : "/" + path;
        boolean named = own.isEmpty() || rest.equals(own) || rest.startsWith(own + "/");
        return root + (named ? rest : own + rest);
    }

    private @Nullable String absolute(String base, String written) {
        return WebUrl.absolute(base, written, rules.limits().maxUrlLength());
    }

    /** Returns the base of relative links: the body's are relative to where the article lives. */
    public LinkBase base(LinkBase.Sources sources) {
        if (link == null) {
            String folder = (siteUrl == null ? ServerUrl.URL : siteUrl) + folder();
            return new LinkBase(folder, false, folder, sources);
        }
        String pictures = siteUrl != null && site.picturesFromRoot() ? siteUrl : link;
        return new LinkBase(link, true, pictures, sources);
    }

    /** Returns the file's folder below the root of the site, in URL form. */
    private String folder() {
        int slash = post.path().lastIndexOf('/');
        return slash < 0 ? "" : PercentCoding.encodePath(post.path().substring(0, slash)) + "/";
    }

    /** Returns the lead picture: the one that front matter names, else the first of the body. */
    @Nullable
    public String image(LinkBase base, @Nullable String firstInBody) {
        for (String key : IMAGES) {
            for (String written : front.addresses(key)) {
                String url = isAddress(written) && isPicture(key, written) ? picture(base, written) : null;
                if (url != null) {
                    return url;
                }
            }
        }
        return firstInBody;
    }

    private boolean isPicture(String key, String written) {
        String type = MediaNames.type(written);
        boolean isPicture = type == null || type.startsWith("image/");
        if (!isPicture) {
            report.add(front.line(key), Kind.VALUE, "'" + key + "' must name a picture, not '" + written + "'");
        }
        return isPicture;
    }

    private @Nullable String picture(LinkBase base, String written) {
        String file = Permalink.isAbsolute(written, rules.limits().maxUrlLength()) || written.startsWith("//")
                ? null
                : base.sources().address(written);
        return file == null ? absolute(base.pictures(), written) : file.isEmpty() ? null : file;
    }

    /** Returns whether a value looks like an address; some authors put a sentence under such a key. */
    private static boolean isAddress(String written) {
        String type = MediaNames.type(written);
        boolean isNamed = type != null && type.startsWith("image/") && !written.contains("\n");
        return isNamed || (!written.strip().contains(" ") && (written.contains("/") || written.contains(".")));
    }

    /** Returns the slug that the article asks for, not yet normalized. */
    public String slug() {
        String written = front.text("slug");
        String name = written == null || Permalink.isUnsafe(written) ? null : Permalink.lastName(written);
        if (name == null && permalink != null) {
            name = Permalink.lastName(permalink);
        }
        return name == null ? stem() : name;
    }

    /** Returns the file name without ending and date; for an index, the folder name. */
    public String stem() {
        String path = PathLanguage.without(post.path());
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        String stem = fileName.substring(0, fileName.lastIndexOf('.'));
        if (stem.matches("(?i)_?index|readme") && path.contains("/")) {
            String folder = path.substring(0, path.lastIndexOf('/'));
            return folder.substring(folder.lastIndexOf('/') + 1);
        }
        return FileNameDate.without(stem);
    }
}
