package dev.feedmill.template;

import org.jspecify.annotations.Nullable;

/** What template code may ask of the document it stands in and of its site. */
public interface TemplateContext {
    /** Of a document of which nothing is known. */
    TemplateContext NOTHING = new TemplateContext() {};

    /** What the tag that names a target looks for. */
    enum Target {
        /** A file by its path from the folder of the site, as in {@code {% link _posts/2024-03-01-walk.md %}}. */
        FILE,
        /** A post by its name without ending, as in {@code {% post_url 2024-03-01-walk %}} and {@code {% post_link walk %}}. */
        POST,
        /** A page by its path, its name or a part of either, as in {@code {{< ref "walk.md" >}}}. */
        PAGE,
        /** A file that belongs to the document, as in {@code {% asset_img cat.png %}}. */
        ASSET
    }

    /**
     * Where a target lives.
     *
     * @param address absolute, or from the root of the host
     * @param title what it calls itself; empty where that is not known
     */
    record Link(String address, String title) {}

    /**
     * A file of code that a tag names.
     *
     * @param path from the root of the site
     * @param problem what is wrong where it cannot be shown; else empty
     */
    record CodeFile(String path, String text, String problem) {}

    /** The file of code of this name; null where tags name none. */
    default @Nullable CodeFile code(String name) {
        return null;
    }

    /** A value of the document by the name of its key, such as {@code title}; {@code author.name} is one of a map. */
    default TemplateValue page(String key) {
        return TemplateValue.UNKNOWN;
    }

    /** A value of the site by the name that its configuration gives it, such as {@code url} or {@code author.name}. */
    default TemplateValue site(String key) {
        return TemplateValue.UNKNOWN;
    }

    /** The path of the site on its host: empty, or as {@code /blog}. */
    default String basePath() {
        return "";
    }

    /** Where a target lives; null where there is none. */
    default @Nullable Link link(Target kind, String target) {
        return null;
    }
}
