package dev.feedmill.html;

import dev.feedmill.html.allowed.AllowList;
import dev.feedmill.html.allowed.FragmentIds;
import dev.feedmill.html.text.BodyText;
import dev.feedmill.html.text.PlainText;
import dev.feedmill.html.text.WordCount;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/**
 * The text with which an article begins: its paragraphs, without headings, code, tables, captions, lists, notes and
 * their marks. Works on a body as its author wrote it, as the names of classes tell what is what.
 */
final class LeadText implements NodeFilter {
    /** What is no part of the text that people read from start to end. */
    private static final Set<String> LEFT_OUT =
            Set.of("pre", "figcaption", "caption", "nav", "button", "audio", "video", "rt", "rp", "rtc", "hr");

    private static final Set<String> LEFT_OUT_ROLES = Set.of("doc-endnotes", "doc-footnote", "doc-toc", "navigation");
    private static final Set<String> LEFT_OUT_CLASSES = Set.of("""
            toc toc-container table-of-contents markdown-toc post-toc article-toc footnotes footnote footnotes-list
            footnote-ref footnote-backref headerlink btn button""".split("\\s+", -1));
    private static final Set<String> LEFT_OUT_IDS = Set.of("toc", "markdown-toc", "table-of-contents", "footnotes");

    /** What counts only where there are no paragraphs. */
    private static final Set<String> SECOND = Set.of("""
            li dt dd table details aside footer address figure form fieldset""".split("\\s+", -1));

    private static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dir");

    /** Elements among the words that end no paragraph. */
    private static final Set<String> AMONG_WORDS = Set.of("img", "picture", "source");

    /** The mark of a footnote, or a note itself, where they are not made of them. */
    private static final Pattern NOTE =
            Pattern.compile("^\\[\\^[\\p{L}\\p{N}_]{1,30}+]:.*|\\[\\^[\\p{L}\\p{N}_]{1,30}+]");

    /** Stands within what looks like a mark in code: no text has it, since XML forbids it. */
    private static final String NO_MARK = "\0";

    /** Characters of a mark such as {@code [12]}. */
    private static final int MARK = 8;

    /** Fewer words that end no sentence are a name, a date or a button. */
    private static final int WORDS_OF_A_PARAGRAPH = 8;

    /** UTF-16 units of other text before the first paragraph; one after more of it does not begin the article. */
    private static final int FAR = 3000;

    /** UTF-16 units; no summary can be set to be longer. */
    private static final int ENOUGH = 20_000;

    private final StringBuilder paragraphs = new StringBuilder();
    private final StringBuilder rest = new StringBuilder();
    private final StringBuilder run = new StringBuilder();
    private int linked;
    private int second;
    private int lists;
    private int links;
    private int code;

    private LeadText() {}

    /** Returns the text of the first paragraphs, else of lists and tables; empty if there are none. */
    static String of(Element body) {
        LeadText lead = new LeadText();
        body.filter(lead);
        lead.endRun();
        return PlainText.collapse((lead.paragraphs.isEmpty() ? lead.rest : lead.paragraphs).toString());
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            String text = words.getWholeText();
            run.append(code > 0 ? text.replace("[^", "[" + NO_MARK + "^") : text);
            linked += links > 0 ? words.getWholeText().length() : 0;
        } else if (depth > 0 && node instanceof Element element) {
            return enter(element);
        }
        return isEnough() ? FilterResult.STOP : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (depth > 0 && node instanceof Element element) {
            String name = element.normalName();
            endBlock(name);
            second -= SECOND.contains(name) ? 1 : 0;
            lists -= LISTS.contains(name) ? 1 : 0;
            links -= element.nameIs("a") && element.hasAttr("href") ? 1 : 0;
            code -= name.equals("code") ? 1 : 0;
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element) {
        String name = element.normalName();
        endBlock(name);
        if (isLeftOut(element, name) || (lists == 0 && LISTS.contains(name) && isMostlyLinks(element))) {
            return FilterResult.SKIP_ENTIRELY;
        }
        second += SECOND.contains(name) ? 1 : 0;
        lists += LISTS.contains(name) ? 1 : 0;
        links += name.equals("a") && element.hasAttr("href") ? 1 : 0;
        code += name.equals("code") ? 1 : 0;
        return FilterResult.CONTINUE;
    }

    private boolean isEnough() {
        return paragraphs.isEmpty() ? rest.length() > FAR : paragraphs.length() > ENOUGH;
    }

    private static boolean isLeftOut(Element element, String name) {
        return AllowList.isRemoved(name)
                || !element.tag().namespace().equals(Parser.NamespaceHtml)
                || LEFT_OUT.contains(name)
                || "pre".equals(AllowList.nameFor(name))
                || FragmentIds.HEADINGS.contains(name)
                || (name.equals("sup") && isMark(element))
                || (element.attributesSize() > 0 && isNamedSo(element));
    }

    private static boolean isNamedSo(Element element) {
        return LEFT_OUT_ROLES.contains(element.attr("role"))
                || LEFT_OUT_IDS.contains(element.id().toLowerCase(Locale.ROOT))
                || (element.hasAttr("class") && element.classNames().stream().anyMatch(LEFT_OUT_CLASSES::contains));
    }

    /** Returns whether a superscript is the mark of a footnote. */
    private static boolean isMark(Element sup) {
        Element link = sup.selectFirst("a[href^=#]");
        return link != null && sup.text().length() <= MARK;
    }

    private static boolean isMostlyLinks(Element list) {
        List<Element> links = list.select("a[href]");
        int linked = links.stream().mapToInt(link -> link.text().length()).sum();
        return linked > 0 && 10 * linked >= 7 * list.text().length();
    }

    private void endBlock(String written) {
        String name = AllowList.nameFor(written);
        if (written.equals("br")) {
            run.append(' ');
        } else if (name != null && !BodyText.isInLine(name) && !AMONG_WORDS.contains(name)) {
            endRun();
        }
    }

    private void endRun() {
        String text = PlainText.collapse(
                NOTE.matcher(PlainText.collapse(run.toString())).replaceAll("").replace(NO_MARK, ""));
        boolean isLink = 10 * linked >= 9 * run.toString().strip().length();
        run.setLength(0);
        linked = 0;
        if (!text.isEmpty() && !isLink) {
            (second == 0 && isParagraph(text) ? paragraphs : rest).append(text).append(' ');
        }
    }

    private static boolean isParagraph(String text) {
        return PlainText.endsSentence(text) || WordCount.of(text).inWords() >= WORDS_OF_A_PARAGRAPH;
    }
}
