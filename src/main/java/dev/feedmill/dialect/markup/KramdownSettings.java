package dev.feedmill.dialect.markup;

import dev.feedmill.dialect.config.Config;
import dev.feedmill.markdown.Feature;
import dev.feedmill.markdown.HeadingIds;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.markdown.typography.Typography;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Jekyll's {@code markdown}, {@code kramdown} and {@code commonmark} (jekyllrb.com/docs/configuration/markdown). */
public final class KramdownSettings {
    private static final Set<String> STRAIGHT = Set.of("apos", "quot", "39", "34", "'", "\"");

    private KramdownSettings() {}

    public static MarkdownRules of(Config config) {
        String processor = config.textOr("kramdown", "markdown").toLowerCase(Locale.ROOT);
        if (processor.startsWith("commonmark")) {
            return commonMark(config);
        }
        MarkdownRules rules = MarkdownRules.KRAMDOWN.with(Feature.HARD_BREAKS, config.text("kramdown.hard_wrap"));
        rules = "kramdown".equalsIgnoreCase(config.text("kramdown.input")) ? rules.with(Feature.NO_STRIKES) : rules;
        rules = isOff(config.text("kramdown.auto_ids")) ? rules.with(HeadingIds.NONE) : rules;
        rules = isStraight(config) ? rules.with(Typography.KRAMDOWN_STRAIGHT) : rules;
        return arePlain(config) ? rules.with(Typography.NONE) : rules;
    }

    private static boolean isOff(@Nullable String value) {
        return MarkdownRules.isNo(value);
    }

    /** Returns whether quotes are straight; the setting is four entity names, in one text or a list. */
    private static boolean isStraight(Config config) {
        String text = config.text("kramdown.smart_quotes");
        List<String> signs = text == null ? config.list("kramdown.smart_quotes") : List.of(text.split("\\s*,\\s*", -1));
        return !signs.isEmpty() && STRAIGHT.containsAll(signs);
    }

    /** Returns whether each typographic symbol is set to the characters it is written with. */
    private static boolean arePlain(Config config) {
        List<String> signs = config.valuesBelow("kramdown.typographic_symbols").values().stream()
                .toList();
        return isStraight(config)
                && !signs.isEmpty()
                && signs.stream().allMatch(sign -> sign.matches("[\\x21-\\x7e]+") && !sign.matches("[a-z]+"));
    }

    private static MarkdownRules commonMark(Config config) {
        List<String> options = config.list("commonmark.options").stream()
                .map(option -> option.toUpperCase(Locale.ROOT))
                .toList();
        List<String> extensions = config.list("commonmark.extensions");
        boolean all = config.textOr("", "markdown").toLowerCase(Locale.ROOT).contains("ghpages");
        MarkdownRules rules = MarkdownRules.GITHUB.without(Feature.CONTAINERS).without(Feature.CALLOUTS);
        rules = options.contains("HARDBREAKS") ? rules.with(Feature.HARD_BREAKS) : rules;
        rules = options.contains("SMART") ? rules.with(Typography.GOLDMARK) : rules;
        rules = all || options.contains("FOOTNOTES") ? rules : rules.without(Feature.FOOTNOTES);
        rules = all || extensions.contains("autolink")
                ? rules
                : rules.without(Feature.WEB_LINKS).without(Feature.MAIL_LINKS);
        rules = all || extensions.contains("strikethrough") ? rules : rules.with(Feature.NO_STRIKES);
        return all || extensions.contains("table") ? rules : rules.with(Feature.NO_TABLES);
    }
}
