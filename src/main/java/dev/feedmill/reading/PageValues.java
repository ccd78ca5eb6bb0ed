package dev.feedmill.reading;

import dev.feedmill.template.TemplateContext;
import dev.feedmill.template.TemplateValue;
import dev.feedmill.yaml.Items;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The values of one article's front matter, as its template code asks for them. */
final class PageValues implements TemplateContext {
    /** What generators add to every page. */
    private static final Set<String> MADE = Set.of("""
            url date id path slug content excerpt previous next collection categories category tags relative_path dir
            name permalink toc layout inputpath filestem fileslug rawinput output lang file source title""".split("\\s+", -1));

    private final FrontMatter front;

    PageValues(FrontMatter front) {
        this.front = front;
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
