package dev.feedmill.markdown.component;

import dev.feedmill.html.markup.Fault;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Markdown text whose components are converted to Markdown.
 *
 * @param sourceLine returns the author's line for a line of the text, both counted from 1
 * @param faults what was left out, by the author's lines
 */
public record ComponentText(String text, IntUnaryOperator sourceLine, List<Fault> faults) {
    public ComponentText {
        faults = List.copyOf(faults);
    }

    /** Returns a text without components. */
    public static ComponentText plain(String source) {
        return new ComponentText(source, line -> line, List.of());
    }

    public static ComponentText ofMdx(String source) {
        MdxText mdx = MdxText.of(source);
        return new ComponentText(mdx.text(), mdx::sourceLine, mdx.faults());
    }

    public static ComponentText ofVue(String source) {
        if (source.indexOf('<') < 0) {
            return plain(source);
        }
        VueText vue = VueText.of(source);
        return new ComponentText(vue.text(), line -> line, vue.faults());
    }
}
