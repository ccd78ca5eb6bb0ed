package dev.feedmill.template;

import java.util.Set;

/** Names of document and site values in template code. */
public enum ValueNames {
    /** {@code page.title}, {@code site.url}. */
    PREFIXED {
        @Override
        public TemplateValue value(String name, TemplateContext context) {
            return name.startsWith("page.")
                    ? context.page(name.substring(5))
                    : name.startsWith("site.") ? site(name.substring(5), context) : TemplateValue.UNKNOWN;
        }
    },
    /** As {@link #PREFIXED}, and {@code title} if the document has such a value. */
    ANY {
        @Override
        public TemplateValue value(String name, TemplateContext context) {
            TemplateValue bare = name.indexOf('.') < 0 ? context.page(name) : TemplateValue.ABSENT;
            boolean known = bare.isKnown() && bare.kind() != TemplateValue.Kind.ABSENT;
            return known ? bare : PREFIXED.value(name, context);
        }
    },
    /** As {@link #PREFIXED}, but undefined names have no value. */
    LIQUID {
        @Override
        public TemplateValue value(String name, TemplateContext context) {
            int dot = name.indexOf('.');
            return OBJECTS.contains(dot < 0 ? name : name.substring(0, dot))
                    ? PREFIXED.value(name, context)
                    : TemplateValue.ABSENT;
        }
    },
    /** {@code title}, {@code site.url} or {@code config.url}. */
    BARE {
        @Override
        public TemplateValue value(String name, TemplateContext context) {
            for (String site : new String[] {"site.", "config."}) {
                if (name.startsWith(site)) {
                    return site(name.substring(site.length()), context);
                }
            }
            return context.page(name);
        }
    },
    /** {@code $frontmatter.title}. */
    VUE {
        @Override
        public TemplateValue value(String name, TemplateContext context) {
            for (String page :
                    new String[] {"$frontmatter.", "frontmatter.", "$page.frontmatter.", "$page.", "page."}) {
                if (name.startsWith(page)) {
                    return context.page(name.substring(page.length()));
                }
            }
            return name.startsWith("$site.") ? site(name.substring(6), context) : TemplateValue.UNKNOWN;
        }
    };

    /** Values that Jekyll gives to every page. */
    private static final Set<String> OBJECTS =
            Set.of("page", "site", "layout", "include", "paginator", "content", "jekyll", "theme", "post", "forloop");

    public abstract TemplateValue value(String name, TemplateContext context);

    private static TemplateValue site(String key, TemplateContext context) {
        // The base of a site's addresses is known even if its configuration is not.
        TemplateValue value = context.site(key);
        boolean base = key.equals("baseurl") || key.equals("root");
        return base && !value.isKnown() ? TemplateValue.of(context.basePath()) : value;
    }
}
