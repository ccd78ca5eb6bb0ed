package dev.feedmill.feed;

import dev.feedmill.article.Article;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.Entry;
import dev.feedmill.article.Segments;
import dev.feedmill.article.Term;
import dev.feedmill.html.XmlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all formats say alike. */
final class FeedTexts {
    private static final Map<String, String> IMAGE_TYPES = Map.of(
            "jpg",
            "image/jpeg",
            "jpeg",
            "image/jpeg",
            "png",
            "image/png",
            "gif",
            "image/gif",
            "webp",
            "image/webp",
            "avif",
            "image/avif",
            "svg",
            "image/svg+xml",
            "bmp",
            "image/bmp");

    private final Site site;

    FeedTexts(Site site) {
        this.site = site;
    }

    String title(Term term) {
        return term.names().isEmpty()
                ? clean(site.title())
                : clean(site.title() + " › " + String.join(" › ", term.names()));
    }

    String alternate(Term term) {
        return term.names().isEmpty() ? site.home() : site.here().url(term.pagePath());
    }

    String self(Term term, Format format) {
        return site.here().url(term.feedPath(format.extension()));
    }

    String body(Entry entry) {
        return entry.article().body().at(site.here());
    }

    @Nullable
    String image(Entry entry) {
        String image = entry.article().image();
        return image == null ? null : clean(site.here().resolve(image));
    }

    /** Null where the address does not tell. */
    static @Nullable String imageType(String url) {
        String path = url.replaceFirst("[?#].*$", "");
        return IMAGE_TYPES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Null where the site's language holds. */
    @Nullable
    String language(Entry entry) {
        String own = entry.article().language();
        return own == null || own.equalsIgnoreCase(site.language()) ? null : own;
    }

    /**
     * A category as feeds name it.
     *
     * @param scheme address of its page, which tells two categories of one name apart
     */
    record Label(String name, String scheme) {}

    /** Every category with those above it, outermost first, then the tags. */
    List<Label> labels(Article article) {
        Map<String, Label> labels = new LinkedHashMap<>();
        for (CategoryPath path : article.categories()) {
            for (int depth = 1; depth <= path.names().size(); depth++) {
                List<String> names = path.names().subList(0, depth);
                String scheme = site.here().url("categories/" + Segments.encode(names));
                labels.putIfAbsent(scheme, new Label(clean(names.get(depth - 1)), scheme));
            }
        }
        String tags = site.here().url("tags");
        for (String tag : article.tags()) {
            labels.putIfAbsent(tags + " " + tag, new Label(clean(tag), tags));
        }
        return List.copyOf(labels.values());
    }

    /** Names only, each once, for formats that know no schemes. */
    List<String> labelNames(Article article) {
        List<String> names = new ArrayList<>();
        for (Label label : labels(article)) {
            if (!names.contains(label.name())) {
                names.add(label.name());
            }
        }
        return names;
    }

    static String clean(String text) {
        return XmlText.clean(text);
    }
}
