package dev.feedmill.html.repair;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Writes as text what feed readers do not show safely or at all: task list boxes and formulas. */
public final class TextFallback {
    private static final Evaluator BOXES = Selector.evaluatorOf("input[type=checkbox]");
    private static final Evaluator SCRIPTS = Selector.evaluatorOf("script[type^=math/tex]");
    private static final Evaluator FORMULAS = Selector.evaluatorOf("math");
    /** Output that MathJax and KaTeX put beside their source. */
    private static final String TYPESET = "[class^=MathJax], [class^=mjx-], mjx-container, .katex-html";

    public void transcribe(Element body) {
        TreeEdits edits = new TreeEdits();
        for (Element box : body.select(BOXES)) {
            String mark = box.hasAttr("checked") ? "☑" : "☐";
            boolean apart = box.nextSibling() instanceof TextNode text
                    && text.getWholeText().startsWith(" ");
            edits.replace(box, new TextNode(apart ? mark : mark + " "));
        }
        scripts(body, edits);
        formulas(body, edits);
        edits.apply();
    }

    private static void scripts(Element body, TreeEdits edits) {
        for (Element script : body.select(SCRIPTS)) {
            Element typeset = script.previousElementSibling();
            while (typeset != null && !edits.isEdited(typeset) && typeset.is(TYPESET)) {
                edits.remove(typeset);
                typeset = typeset.previousElementSibling();
            }
            edits.replace(script, code(script.data()));
        }
    }

    private static void formulas(Element body, TreeEdits edits) {
        for (Element formula : body.select(FORMULAS)) {
            Element typeset = formula.closest(".katex, mjx-container, .MathJax");
            Element place = typeset == null || typeset.nameIs("body") ? formula : typeset;
            if (!edits.isEdited(place)) {
                String tex = tex(formula);
                edits.replace(place, tex == null ? MathText.of(formula) : code(tex));
            }
        }
    }

    private static Element code(String tex) {
        return new Element("code").addClass("language-tex").text(tex.strip());
    }

    /** Returns the TeX source, if the typesetter kept it. */
    private static @Nullable String tex(Element formula) {
        for (Element annotation : formula.select("annotation")) {
            String encoding = annotation.attr("encoding").toLowerCase(Locale.ROOT);
            if (List.of("application/x-tex", "application/x-latex", "tex", "latex")
                            .contains(encoding)
                    && annotation.hasText()) {
                return annotation.wholeText();
            }
        }
        String alternative = formula.attr("alttext");
        return alternative.isBlank() ? null : alternative;
    }
}
