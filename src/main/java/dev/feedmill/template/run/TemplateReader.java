package dev.feedmill.template.run;

import dev.feedmill.template.MappedText;
import dev.feedmill.template.TemplateContext;
import dev.feedmill.template.TemplateResult;
import dev.feedmill.template.TemplateRules;
import dev.feedmill.template.scan.TagFinder;
import dev.feedmill.template.scan.TemplateNotes;
import dev.feedmill.template.scan.Token;
import dev.feedmill.template.value.VariableScope;
import java.util.List;

/**
 * Replaces template code with its output, as far as that is known without its generator. Keeps template code inside
 * Markdown or HTML code, because the article quotes it there.
 */
public final class TemplateReader {
    /** Limit of the characters that template code may generate, as a multiple of the text's length. */
    private static final int MAX_GROWTH = 4;

    private static final int MIN_GROWTH = 50_000;

    private TemplateReader() {}

    /**
     * Replaces the template code of a text.
     *
     * @param markdown whether it is Markdown rather than HTML
     */
    public static TemplateResult read(String text, boolean markdown, TemplateRules rules, TemplateContext context) {
        if (!mayHaveCode(text, rules)) {
            return new TemplateResult(MappedText.unchanged(text), List.of(), 0);
        }
        TemplateNotes notes = new TemplateNotes(text);
        List<Token> tokens = new TagFinder(text, markdown, rules, notes).find();
        if (tokens.size() == 1 && tokens.get(0).kind() == Token.Kind.TEXT) {
            return new TemplateResult(MappedText.unchanged(text), List.of(), 0);
        }
        VariableScope scope = new VariableScope(rules, context, MIN_GROWTH + (long) MAX_GROWTH * text.length());
        MappedText body = new TemplateRun(text, markdown, tokens, rules, scope, notes).run();
        return new TemplateResult(body, notes.first(), notes.more());
    }

    /** Returns whether the text may contain template code, which most texts do not. */
    private static boolean mayHaveCode(String text, TemplateRules rules) {
        if (rules.syntaxes().isEmpty()) {
            return false;
        }
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            if (at + 1 < text.length() && "{%#:/".indexOf(text.charAt(at + 1)) >= 0) {
                return true;
            }
        }
        return rules.hasPercentComments() && text.contains("%%");
    }
}
