package dev.feedmill.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the site https://example.org/blog, beside which stands the post "walk". */
final class SamplePage implements TemplateContext {
    @Override
    public TemplateValue page(String key) {
        return switch (key) {
            case "title" -> TemplateValue.of("The page");
            case "who" -> TemplateValue.of("Ann");
            case "items" -> TemplateValue.of(List.of("a", "b"));
            case "date", "collections.all", "name", "count" -> TemplateValue.UNKNOWN;
            default -> TemplateValue.ABSENT;
        };
    }

    @Override
    public TemplateValue site(String key) {
        return key.equals("url") ? TemplateValue.of("https://example.org") : TemplateValue.UNKNOWN;
    }

    @Override
    public String basePath() {
        return "/blog";
    }

    @Override
    public @Nullable Link link(Target kind, String target) {
        if (kind == Target.ASSET) {
            return new Link("/blog/here/" + target, "");
        }
        return target.contains("walk") ? new Link("/blog/walk/", "A walk") : null;
    }
}
