package dev.feedmill.html.repair;

import dev.feedmill.html.allowed.AllowList;
import dev.feedmill.html.text.PlainText;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Restores line breaks and language of code blocks from highlighters' markup, and removes line numbers. */
public final class CodeRepairer {
    private static final Evaluator OLD_NAMES = Selector.evaluatorOf("xmp, textarea, listing, plaintext");
    private static final Evaluator BLOCKS = Selector.evaluatorOf("pre");
    private static final Evaluator GUTTERS =
            Selector.evaluatorOf("td.gutter, td.rouge-gutter, td.linenos, td.hljs-ln-numbers, .lineno, .linenos,"
                    + " .linenumber, .lnt, .line-numbers-rows, pre.lineno");
    private static final Set<String> ROWS = Set.of("div", "p");
    private static final int HIGH = 7;

    /** Language classes of a block or its ancestors, in highlight.js, Prism, Rouge, GitHub and SyntaxHighlighter. */
    private static final Pattern LANGUAGE = Pattern.compile(
            "(?<!\\S)(?:(?:language|lang|highlight-source)-|brush:\\s?)([\\p{L}\\p{N}_+#.-]{1,40})(?![^\\s;])");

    private static final Pattern HEXO = Pattern.compile("(?:^|\\s)highlight\\s([A-Za-z][\\w+#.-]{0,39})(?:\\s|$)");

    /** Classes beside {@code highlight} that name no language. */
    private static final Set<String> NO_LANGUAGE =
            Set.of("plain", "plaintext", "text", "hljs", "highlighter-rouge", "chroma");

    public void repair(Element body) {
        body.select(OLD_NAMES).tagName("pre");
        List<Element> blocks = body.select(BLOCKS);
        if (blocks.isEmpty()) {
            return;
        }
        JunkRemover.removeAll(
                body.select(GUTTERS).stream().filter(CodeRepairer::isOfCode).toList());
        for (Element block : blocks) {
            if (block.hasParent() && !Ancestors.isWithin(block.parent(), Set.of("pre"))) {
                String language = language(block);
                rows(block);
                name(block, language);
                leaveTable(block);
            }
        }
    }

    private static boolean isOfCode(Element gutter) {
        Element element = gutter;
        for (int i = 0; i < HIGH && element != null; i++) {
            String classes = element.className();
            if (element.nameIs("pre") || classes.contains("highlight") || classes.contains("code")) {
                return true;
            }
            element = element.parent();
        }
        return false;
    }

    /** Unwraps a table that only put line numbers beside the code. */
    private static void leaveTable(Element block) {
        Element around = block.parent();
        while (around != null
                && Set.of("td", "tr", "tbody").contains(around.normalName())
                && around.childrenSize() == 1) {
            around = around.parent();
        }
        if (around != null
                && around.nameIs("table")
                && around.childrenSize() == 1
                && !around.select("td, th").is("th")) {
            around.replaceWith(block);
        }
    }

    private static @Nullable String language(Element block) {
        for (Element code : block.select("> code")) {
            String own = named(code);
            if (own != null) {
                return own;
            }
        }
        Element element = block;
        for (int i = 0; i < HIGH && element != null && !element.nameIs("body"); i++) {
            String found = named(element);
            if (found != null) {
                return found;
            }
            element = element.parent();
        }
        return null;
    }

    private static @Nullable String named(Element element) {
        String classes = PlainText.cut(element.className(), 500);
        Matcher language = LANGUAGE.matcher(classes);
        if (language.find()) {
            return language.group(1);
        }
        Matcher hexo = HEXO.matcher(classes);
        if (element.nameIs("figure") && hexo.find() && !NO_LANGUAGE.contains(hexo.group(1))) {
            return hexo.group(1);
        }
        String data = element.attr("data-lang");
        String attribute = element.nameIs("pre") && data.isEmpty() ? element.attr("lang") : data;
        return attribute.matches("[A-Za-z][\\w+#.-]{0,39}") ? attribute : null;
    }

    /** Adds a line end to each row that a style sheet would put on its own line. */
    private static void rows(Element block) {
        List<Element> codes = isAllCode(block) ? block.select("> code") : List.of();
        List<Element> rows = codes.size() > 1
                ? codes
                : block.stream()
                        .skip(1)
                        .filter(CodeRepairer::isRow)
                        .filter(element -> element.children().stream().noneMatch(CodeRepairer::isRow))
                        .toList();
        for (Element row : rows) {
            if (!endsLine(row) && hasNext(row)) {
                row.appendText("\n");
            }
        }
        TreeEdits edits = new TreeEdits();
        block.stream().skip(1).filter(CodeRepairer::isBlock).forEach(edits::unwrap);
        edits.apply();
        if (codes.size() > 1) {
            Element whole = new Element("code");
            whole.appendChildren(List.copyOf(block.childNodes()));
            codes.forEach(Element::unwrap);
            block.empty();
            block.appendChild(whole);
        }
    }

    private static boolean isAllCode(Element block) {
        return block.childNodes().stream()
                .allMatch(child ->
                        child instanceof TextNode text ? text.isBlank() : child.nameIs("code") || child.nameIs("br"));
    }

    private static boolean isRow(Element element) {
        return isBlock(element) || InlineStyle.of(element).says("display", "block");
    }

    private static boolean isBlock(Element element) {
        String name = AllowList.nameFor(element.normalName());
        return name != null && ROWS.contains(name);
    }

    private static boolean endsLine(Element row) {
        Node last = row.lastChild();
        Node next = row.nextSibling();
        return (last instanceof TextNode text && text.getWholeText().endsWith("\n"))
                || (last != null && last.normalName().equals("br"))
                || (next instanceof TextNode text && text.getWholeText().startsWith("\n"))
                || (next != null && next.normalName().equals("br"));
    }

    private static boolean hasNext(Element row) {
        Element element = row;
        while (element != null && !element.nameIs("pre")) {
            if (element.nextSibling() != null) {
                return true;
            }
            element = element.parent();
        }
        return false;
    }

    /** Moves the language to its standard place (HTML 4.5.15). */
    private static void name(Element block, @Nullable String language) {
        if (language == null) {
            return;
        }
        Element code = block.selectFirst("> code");
        if (code == null) {
            code = new Element("code");
            code.appendChildren(List.copyOf(block.childNodes()));
            block.empty();
            block.appendChild(code);
        }
        block.removeAttr("class");
        code.attr("class", "language-" + language);
    }
}
