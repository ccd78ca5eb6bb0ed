package dev.feedmill.reading.text;

import dev.feedmill.article.FolderPath;
import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.html.allowed.LinkBase;
import dev.feedmill.html.allowed.WebUrl;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.include.IncludeResolver;
import dev.feedmill.reading.include.IncludedFile;
import dev.feedmill.reading.link.FileLinkResolver;
import dev.feedmill.reading.link.SiteFiles;
import dev.feedmill.reading.link.SourceIndex;
import dev.feedmill.template.TemplateContext;
import dev.feedmill.template.TemplateValue;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import dev.feedmill.yaml.Sequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values, links and files that an article's template code may use. */
public final class PageValues implements TemplateContext {
    /** Values that generators add to every page. */
    private static final Set<String> MADE = Set.of("""
            url date id path slug content excerpt previous next collection categories category tags relative_path dir
            name permalink toc layout inputpath filestem fileslug rawinput output lang file source title""".split("\\s+", -1));

    private static final int MAX_URL = 8000;
    private static final Pattern ORIGIN = Pattern.compile("^(https?://[^/]++)");

    private final FrontMatter front;
    private final GeneratorSite site;
    private final Context context;

    /**
     * Context of an article from its location and date.
     *
     * @param home of its site; null if it lives here
     * @param base of its relative addresses
     * @param date as text; null if only the file time is known
     * @param sources finds other articles; null for none
     * @param files that tags may show
     * @param now to decide whether other articles are public
     */
    public record Context(
            @Nullable String home,
            LinkBase base,
            @Nullable String date,
            @Nullable FileLinkResolver sources,
            IncludeResolver files,
            Instant now) {}

    public PageValues(FrontMatter front, GeneratorSite site, Context context) {
        this.front = front;
        this.site = site;
        this.context = context;
    }

    @Override
    public TemplateValue site(String key) {
        String value = site.value(key);
        if (value == null && key.equals("url") && context.home() != null) {
            return TemplateValue.of(context.home()
                    .substring(
                            0, context.home().length() - pathOf(context.home()).length()));
        }
        return value == null ? new ConfigValues(site, "site.").value(key) : TemplateValue.of(value);
    }

    @Override
    public String basePath() {
        String path = context.home() == null ? "" : pathOf(context.home());
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String pathOf(String url) {
        return ORIGIN.matcher(url).replaceFirst("");
    }

    @Override
    public @Nullable Link link(Target kind, String target) {
        if (kind == Target.ASSET) {
            String file = context.sources() == null ? null : context.sources().address(target);
            String address = file == null ? WebUrl.absolute(context.base().start(), target, MAX_URL) : file;
            return address == null || address.isEmpty() ? null : new Link(address, "");
        }
        SourceIndex.Article found =
                context.sources() == null ? null : context.sources().find(target);
        return found == null ? null : new Link(found.address(), found.titleAt(context.now()));
    }

    @Override
    public @Nullable CodeFile code(String name) {
        String folder = site.inclusion().codeFolder();
        if (folder.isEmpty()) {
            return null;
        }
        String path = FolderPath.resolved(folder, name);
        boolean within = path != null && path.startsWith(folder + "/");
        IncludedFile file = within
                ? context.files().resolve(folder, name)
                : SiteFiles.refused(name, "lies outside of the folder '" + folder + "'");
        return file instanceof IncludedFile.Text text
                ? new CodeFile(published(text.path()), text.text(), "")
                : new CodeFile("", "", ((IncludedFile.Refused) file).problem());
    }

    /** Returns the address on the website of a file in its folder. */
    private String published(String path) {
        return site.staticFolders().stream()
                .filter(folder -> path.startsWith(folder + "/"))
                .map(folder -> path.substring(folder.length()))
                .findFirst()
                .orElse("/" + path);
    }

    @Override
    public TemplateValue page(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        Node node = front.node(name);
        if (node instanceof Scalar text) {
            return TemplateValue.of(text.text());
        }
        if (node instanceof Sequence items) {
            List<String> texts = new ArrayList<>();
            items.items().forEach(item -> {
                if (item instanceof Scalar text) {
                    texts.add(text.text());
                }
            });
            return texts.size() == items.items().size() ? TemplateValue.of(texts) : TemplateValue.UNKNOWN;
        }
        if (name.equals("date") && context.date() != null) {
            return TemplateValue.of(context.date());
        }
        TemplateValue global = node == null ? new ConfigValues(site, "").value("global." + key) : TemplateValue.UNKNOWN;
        if (global.kind() != TemplateValue.Kind.UNKNOWN) {
            return global;
        }
        int dot = name.indexOf('.');
        boolean made = MADE.contains(dot < 0 ? name : name.substring(0, dot));
        return node != null || made ? TemplateValue.UNKNOWN : TemplateValue.ABSENT;
    }
}
