package dev.feedmill.reading;

import dev.feedmill.dialect.Site;
import dev.feedmill.html.LinkBase;
import dev.feedmill.html.WebUrl;
import dev.feedmill.template.TemplateContext;
import dev.feedmill.template.TemplateValue;
import dev.feedmill.yaml.Items;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one article's front matter, as its template code asks for them. */
final class PageValues implements TemplateContext {
    /** What generators add to every page. */
    private static final Set<String> MADE = Set.of("""
            url date id path slug content excerpt previous next collection categories category tags relative_path dir
            name permalink toc layout inputpath filestem fileslug rawinput output lang file source title""".split("\\s+", -1));

    private static final int MAX_URL = 8000;

    private final FrontMatter front;
    private final Site site;
    private final LinkBase base;
    private final @Nullable SourceLinks sources;

    /**
     * The values of the article with this front matter.
     *
     * @param base of its relative addresses
     * @param sources finds other articles; null where there are none
     */
    PageValues(FrontMatter front, Site site, LinkBase base, @Nullable SourceLinks sources) {
        this.front = front;
        this.site = site;
        this.base = base;
        this.sources = sources;
    }

    @Override
    public TemplateValue site(String key) {
        String value = site.value(key);
        return value == null ? TemplateValue.UNKNOWN : TemplateValue.of(value);
    }

    @Override
    public String basePath() {
        return site.basePath();
    }

    @Override
    public @Nullable Link link(Target kind, String target) {
        if (kind == Target.ASSET) {
            String address = WebUrl.absolute(base.page(), target, MAX_URL);
            return address == null ? null : new Link(address, "");
        }
        SourceIndex.Article found = sources == null ? null : sources.find(target);
        return found == null ? null : new Link(found.address(), found.title());
    }

    @Override
    public TemplateValue page(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        Node node = front.node(name);
        if (node instanceof Text text) {
            return TemplateValue.of(text.text());
        }
        if (node instanceof Items items) {
            List<String> texts = new ArrayList<>();
            items.items().forEach(item -> {
                if (item instanceof Text text) {
                    texts.add(text.text());
                }
            });
            return texts.size() == items.items().size() ? TemplateValue.of(texts) : TemplateValue.UNKNOWN;
        }
        int dot = name.indexOf('.');
        boolean made = MADE.contains(dot < 0 ? name : name.substring(0, dot));
        return node != null || made ? TemplateValue.UNKNOWN : TemplateValue.ABSENT;
    }
}
