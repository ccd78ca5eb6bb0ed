package dev.feedmill.html.markup;

import dev.feedmill.html.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Scans tags and comments as the HTML tokenizer does, and repairs what would swallow the rest of a body: unclosed raw
 * text elements, comments or tags. Among the words of Markdown, such a tag is text, as GitHub shows it (GFM 6.11,
 * "disallowed raw HTML").
 */
final class RawTextCloser {
    private static final Set<String> RAW =
            Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext");
    private static final Set<String> PROGRAMS = Set.of("script", "style");

    /** Texts that distinguish a program from words. */
    private static final List<String> CODE = List.of(";", "(", ")", "{", "}", "=");

    /** Limit of unclosed tags that are scanned; further ones are treated as text, which keeps time linear. */
    private static final int MAX_ENDLESS = 50;

    private final Markup markup;
    private final String html;
    private final MarkupEdits edits;
    private final ForwardFinder finder;
    private final TagEnds ends;
    private final List<Tag> tags = new ArrayList<>();
    private int endless;
    private int foreign;

    RawTextCloser(Markup markup, MarkupEdits edits) {
        this.markup = markup;
        this.html = markup.html();
        this.edits = edits;
        this.finder = new ForwardFinder(html);
        this.ends = new TagEnds(html, finder);
    }

    /** Returns all tags outside raw text, in order. */
    List<Tag> run() {
        int at = 0;
        for (Markup.Part part : markup.parts()) {
            at = Math.max(at, part.start());
            while (at < part.end()) {
                int next = html.indexOf('<', at);
                at = next < 0 || next >= part.end() ? part.end() : read(next, part);
            }
        }
        return tags;
    }

    /** Reads one item; returns the offset after it. */
    private int read(int at, Markup.Part part) {
        if (isLetter(at + 1, part)) {
            return tag(at, at + 1, part);
        }
        char next = at + 1 < part.end() ? html.charAt(at + 1) : ' ';
        if (next == '/' && isLetter(at + 2, part)) {
            return tag(at, at + 2, part);
        }
        if (html.startsWith("<!--", at)) {
            return comment(at, part);
        }
        if (html.startsWith("<![CDATA[", at)) {
            return section(at, part);
        }
        return next == '!' || next == '?' || next == '/' ? declaration(at, part) : at + 1;
    }

    private int comment(int at, Markup.Part part) {
        int inside = at + 4;
        if (html.startsWith(">", inside) || html.startsWith("->", inside)) {
            return html.indexOf('>', inside) + 1;
        }
        int end = nearer(finder.find("-->", inside), finder.find("--!>", inside));
        if (TagEnds.isBefore(part.isAmongWords() ? part.end() : html.length(), end)) {
            edits.hidden("'<!--'", at, end);
            return html.indexOf('>', end) + 1;
        }
        int cut = endOfLineOrText(inside, part);
        edits.delete(at, cut);
        edits.fault(at, "'<!--' must be closed by '-->'; it ends with its line");
        return cut;
    }

    private int section(int at, Markup.Part part) {
        int end = finder.find("]]>", at);
        if (TagEnds.isBefore(part.end(), end)) {
            return end + 3;
        }
        edits.delete(at, at + 9);
        edits.fault(at, "'<![CDATA[' must be closed by ']]>'; it is left out");
        return at + 9;
    }

    /** Reads a declaration, which ends at the next {@code >}; one that contains a tag is text. */
    private int declaration(int at, Markup.Part part) {
        int end = finder.find(">", at);
        boolean isEnded = TagEnds.isBefore(part.end(), end);
        boolean program = html.charAt(at + 1) == '?' && !TagEnds.isBefore(end, finder.find("\n\n", at));
        if (isEnded && (program || !TagEnds.isBefore(end, html.indexOf('<', at + 1)))) {
            return end + 1;
        }
        edits.escape(at);
        return at + 1;
    }

    private int tag(int at, int from, Markup.Part part) {
        if (endless > MAX_ENDLESS || !TagEnds.isBefore(part.end(), finder.find(">", from))) {
            return endless(at, from);
        }
        int nameEnd = from;
        while (nameEnd < part.end() && " \t\n\f/>".indexOf(html.charAt(nameEnd)) < 0) {
            nameEnd++;
        }
        int end = ends.endOfTag(nameEnd, part.end());
        if (end < 0) {
            return endless(at, from);
        }
        String name = html.substring(from, nameEnd).toLowerCase(Locale.ROOT);
        if (isOverParagraphs(nameEnd, end)) {
            edits.fault(
                    at,
                    "attributes of '<" + PlainText.cut(name, 30)
                            + ">' must end before an empty line; they are left out");
        }
        boolean closing = from == at + 2;
        boolean selfClosing = !closing && html.charAt(end - 2) == '/' && ends.isEndOfTag(nameEnd, end - 2);
        boolean bare = html.substring(nameEnd, end - 1).strip().replace("/", "").isEmpty();
        Tag tag = new Tag(at, end, name, closing, selfClosing, bare, part);
        if (name.equals("svg") || name.equals("math")) {
            foreign = Math.max(0, foreign + (closing ? -1 : selfClosing ? 0 : 1));
        }
        if (!RAW.contains(name)) {
            tags.add(tag);
            return end;
        }
        if (closing) {
            if (part.isAmongWords()) {
                edits.escape(at);
            }
            return end;
        }
        return selfClosing && foreign > 0 ? end : rawText(tag);
    }

    private int endless(int at, int from) {
        int end = from;
        while (end < from + 30 && end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        endless++;
        edits.escape(at);
        edits.fault(at, "'" + html.substring(at, end) + "' must be closed by '>'; it is shown as text");
        return at + 1;
    }

    private int rawText(Tag tag) {
        int close = tag.name().equals("plaintext") ? -1 : finder.findEndTag(tag.name(), tag.end());
        if (tag.selfClosing() && close >= 0 && !isWhiteSpaceBetween(tag.end(), close)) {
            close = -1;
        }
        Markup.Part closer = close < 0 ? null : markup.partAt(close);
        boolean program = PROGRAMS.contains(tag.name());
        if (tag.isAmongWords()) {
            boolean same = closer != null && closer.paragraph() == tag.part().paragraph();
            boolean element = program
                    ? same && (!tag.bare() || isCodeBetween(tag.end(), close))
                    : tag.name().equals("iframe") && same && !tag.bare();
            if (element) {
                return element(tag, close);
            }
            if (same) {
                edits.escape(tag.start());
                return tag.end();
            }
        } else if (closer != null && (program || close < tag.part().end())) {
            return element(tag, close);
        }
        return withoutEnd(tag);
    }

    /** Removes the text of a script here, because its end rules differ from those of other elements. */
    private int element(Tag tag, int close) {
        if (PROGRAMS.contains(tag.name())) {
            if (!tag.isAmongWords()) {
                edits.hidden(tag.shown(), tag.start(), close);
            }
            if (!html.regionMatches(true, tag.start(), "<script", 0, 7) || !isFormula(tag)) {
                edits.delete(tag.end(), close);
            }
        }
        int end = endless > MAX_ENDLESS
                ? -1
                : ends.endOfTag(close + 2 + tag.name().length(), html.length());
        return end < 0 ? close : end;
    }

    private boolean isFormula(Tag tag) {
        return html.substring(tag.start(), tag.end()).contains("math/tex");
    }

    /** Repairs an element without an end: one with attributes is closed at once, one without is text. */
    private int withoutEnd(Tag tag) {
        String end = "</" + tag.name() + ">";
        String wanted = tag.shown() + " must be closed by '" + end + "'; ";
        if (tag.bare() && !tag.selfClosing()) {
            edits.escape(tag.start());
            edits.fault(tag.start(), wanted + "it is shown as text");
            return tag.end();
        }
        if (tag.name().equals("iframe") || tag.selfClosing()) {
            edits.insert(tag.end(), end);
            edits.fault(tag.start(), wanted + "it ends where its tag ends");
            return tag.end();
        }
        int cut = PROGRAMS.contains(tag.name()) ? endOfLineOrText(tag.end(), tag.part()) : tag.end();
        edits.delete(tag.start(), cut);
        edits.fault(tag.start(), wanted + (cut > tag.end() ? "it ends with its line" : "the tag is left out"));
        return cut;
    }

    private int endOfLineOrText(int from, Markup.Part part) {
        int i = from;
        while (i < part.end() && html.charAt(i) != '\n' && html.charAt(i) != '<') {
            i++;
        }
        return i;
    }

    private boolean isLetter(int at, Markup.Part part) {
        char c = at < part.end() ? html.charAt(at) : ' ';
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private boolean isOverParagraphs(int from, int to) {
        int blank = finder.find("\n\n", from);
        return TagEnds.isBefore(to, blank) && TagEnds.isBefore(to, finder.find("<", from));
    }

    private boolean isWhiteSpaceBetween(int from, int to) {
        return ends.skipWhiteSpace(from, to) == to;
    }

    private boolean isCodeBetween(int from, int to) {
        return CODE.stream().anyMatch(mark -> TagEnds.isBefore(to, finder.find(mark, from)));
    }

    private static int nearer(int a, int b) {
        return a < 0 || (b >= 0 && b < a) ? b : a;
    }
}
