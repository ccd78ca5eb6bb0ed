package dev.feedmill.template.tag;

import dev.feedmill.template.TemplateContext;
import dev.feedmill.template.value.Filters;
import dev.feedmill.template.value.VariableScope;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Inserts a code file: {@code {% include_code Title lang:js from:2 to:9 a.js %}} (hexo.io/docs/tag-plugins). */
final class IncludeCodeTag {
    private static final Pattern OPTION = Pattern.compile("(?<!\\S)(lang|from|to):(\\w{1,40})(?!\\S)");

    private final VariableScope scope;

    IncludeCodeTag(VariableScope scope) {
        this.scope = scope;
    }

    TagOutput shown(Arguments arguments, String tag) {
        String language = "";
        int from = 1;
        int to = Integer.MAX_VALUE;
        Matcher option = OPTION.matcher(arguments.written());
        while (option.find()) {
            String value = option.group(2);
            boolean number = Filters.isInteger(value) && value.length() < 9;
            switch (option.group(1)) {
                case "lang" -> language = value;
                case "from" -> from = number ? Math.max(1, Integer.parseInt(value)) : from;
                default -> to = number ? Integer.parseInt(value) : to;
            }
        }
        String rest = option.replaceAll("").strip();
        int space = rest.lastIndexOf(' ');
        String path = rest.substring(space + 1);
        TemplateContext.CodeFile file = path.isEmpty() ? null : scope.context().code(path);
        if (file == null) {
            return TagOutput.lost("'" + tag + "' names a file of code that is not read here; it is left out");
        }
        if (!file.problem().isEmpty()) {
            return TagOutput.lost(file.problem());
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String known = language.isEmpty() && dot >= 0 ? name.substring(dot + 1) : language;
        String title = space < 0 ? name : rest.substring(0, space).strip();
        String link = LinkTag.link(Filters.relative(file.path(), scope), "view raw");
        List<String> lines = file.text().lines().toList();
        String code = String.join(
                        "\n",
                        lines.subList(
                                Math.min(from - 1, lines.size()),
                                Math.max(Math.min(from - 1, lines.size()), Math.min(to, lines.size()))))
                .strip();
        String html =
                CodeTag.captioned("<span>" + Filters.escaped(title) + "</span> " + link, CodeTag.pre(known, code));
        return scope.spend(html.length())
                ? TagOutput.block(html, html)
                : TagOutput.lost("'" + tag + "' shows too much; it is left out");
    }
}
