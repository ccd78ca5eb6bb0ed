package dev.feedmill.template.tag;

import dev.feedmill.template.Players;
import dev.feedmill.template.TagKind;
import dev.feedmill.template.TemplateCall;
import dev.feedmill.template.TemplateRules;
import dev.feedmill.template.TemplateValue;
import dev.feedmill.template.value.Expression;
import dev.feedmill.template.value.VariableScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An include whose file is not read, but whose name and arguments determine its output. */
public final class IncludeTag {
    /** Parts of file names, longer ones first, with the output of such a file. */
    private static final Map<String, TagKind> PARTS = Map.ofEntries(
            Map.entry("figure", TagKind.FIGURE),
            Map.entry("image", TagKind.FIGURE),
            Map.entry("picture", TagKind.FIGURE),
            Map.entry("photo", TagKind.FIGURE),
            Map.entry("img", TagKind.FIGURE),
            Map.entry("toc", TagKind.SILENT),
            Map.entry("alert", TagKind.NOTE),
            Map.entry("callout", TagKind.NOTE),
            Map.entry("notice", TagKind.NOTE),
            Map.entry("button", TagKind.LINK),
            Map.entry("quote", TagKind.NOTE));

    private final TemplateRules rules;
    private final VariableScope scope;
    private final TagWriter writer;

    public IncludeTag(TemplateRules rules, VariableScope scope, TagWriter writer) {
        this.rules = rules;
        this.scope = scope;
        this.writer = writer;
    }

    public TagOutput shown(TemplateCall call, String tag) {
        Arguments all = Arguments.of(filled(call.arguments()));
        if (all.all().isEmpty()) {
            return TagOutput.lost("'" + tag + "' is not known here; it is left out");
        }
        String file = all.all().get(0).value();
        Arguments arguments = new Arguments(
                all.written()
                        .substring(Math.min(all.written().length(), file.length()))
                        .strip(),
                valued(all.all().subList(1, all.all().size())));
        String name = name(file);
        String provider = arguments.named("provider", "type", "platform", "service", "host");
        if (provider != null && Players.KNOWN.site(provider) != null) {
            return writer.single(TagKind.PLAYER, provider.toLowerCase(Locale.ROOT), arguments, tag);
        }
        TagKind kind = kind(name);
        return kind == TagKind.INCLUDE
                ? UnknownTag.shown(arguments, tag)
                : writer.single(kind, kind == TagKind.FIGURE ? "include" : name, arguments, tag);
    }

    private @Nullable TagKind kind(String name) {
        TagKind kind = rules.tags().kind(name);
        for (Map.Entry<String, TagKind> part : PARTS.entrySet()) {
            kind = kind == null && name.contains(part.getKey()) ? part.getValue() : kind;
        }
        return kind == TagKind.PICTURE ? TagKind.FIGURE : kind;
    }

    private static String name(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Resolves values without quotes, which are names of variables. */
    private List<Arguments.Argument> valued(List<Arguments.Argument> arguments) {
        List<Arguments.Argument> valued = new ArrayList<>();
        for (Arguments.Argument argument : arguments) {
            Expression expression = argument.quoted() || argument.isWord() ? null : Expression.parse(argument.value());
            boolean member = argument.value().indexOf('.') > 0;
            TemplateValue value = expression != null && expression.isName() && member
                    ? expression.value(scope)
                    : TemplateValue.UNKNOWN;
            boolean sure = !argument.quoted() && (value.kind() == TemplateValue.Kind.TEXT || isValue(argument.value()));
            valued.add(
                    new Arguments.Argument(argument.name(), sure ? value.text() : argument.value(), argument.quoted()));
        }
        return valued;
    }

    private static boolean isValue(String word) {
        return !PictureTag.isPicture(word) && isMember(word);
    }

    private static boolean isMember(String word) {
        return word.startsWith("page.")
                || word.startsWith("site.")
                || word.startsWith("include.")
                || word.startsWith("post.");
    }

    /** Returns the arguments with the values of expressions in braces. */
    public String filled(String arguments) {
        int at = rules.hasRaw() ? arguments.indexOf("{{") : -1;
        if (at < 0) {
            return arguments;
        }
        StringBuilder filled = new StringBuilder();
        int from = 0;
        while (at >= 0) {
            int end = arguments.indexOf("}}", at);
            Expression expression = end < 0
                    ? null
                    : Expression.parse(arguments.substring(at + 2, end).strip());
            TemplateValue value = expression == null ? TemplateValue.UNKNOWN : expression.value(scope);
            filled.append(arguments, from, at).append(value.isKnown() ? value.text() : "");
            from = end < 0 ? arguments.length() : end + 2;
            at = end < 0 ? -1 : arguments.indexOf("{{", from);
        }
        return filled.append(arguments.substring(Math.min(from, arguments.length())))
                .toString();
    }
}
