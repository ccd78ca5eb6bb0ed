package dev.feedmill.template;

import org.jspecify.annotations.Nullable;

/** Access of template code to its document and site. */
public interface TemplateContext {
    /** The context of an unknown document. */
    TemplateContext NOTHING = new TemplateContext() {};

    /** What a tag's target refers to. */
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
     * The location of a target.
     *
     * @param address absolute, or from the root of the host
     * @param title its title; empty if unknown
     */
    record Link(String address, String title) {}

    /**
     * A code file that a tag names.
     *
     * @param path from the root of the site
     * @param problem why it cannot be shown; else empty
     */
    record CodeFile(String path, String text, String problem) {}

    /** Returns the code file of a name; null if tags name none. */
    default @Nullable CodeFile code(String name) {
        return null;
    }

    /**
     * Returns a value of the document by its key, such as {@code title}; {@code author.name} is a member of a mapping.
     */
    default TemplateValue page(String key) {
        return TemplateValue.UNKNOWN;
    }

    /** Returns a value of the site by its configuration key, such as {@code url} or {@code author.name}. */
    default TemplateValue site(String key) {
        return TemplateValue.UNKNOWN;
    }

    /** Returns the path of the site on its host: empty, or as {@code /blog}. */
    default String basePath() {
        return "";
    }

    /** Returns the location of a target; null for none. */
    default @Nullable Link link(Target kind, String target) {
        return null;
    }
}
