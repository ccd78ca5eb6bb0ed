package dev.feedmill.template.scan;

import dev.feedmill.html.markup.ForwardFinder;
import dev.feedmill.template.TagKind;
import dev.feedmill.template.TemplateCall;
import dev.feedmill.template.TemplateRules;
import dev.feedmill.template.TemplateRules.Syntax;
import dev.feedmill.template.ValueNames;
import dev.feedmill.template.scan.EndTags.End;
import dev.feedmill.template.scan.Leaves.Leaf;
import dev.feedmill.template.scan.Token.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a text into template code and other text. Skips code, formulas and HTML comments. */
public final class TagFinder {
    /** Limit of parses; if a tag's own code changes the blocks more often, they stay as they are. */
    private static final int MAX_PARSES = 8;

    private final String text;
    private final boolean markdown;
    private final TemplateRules rules;
    private @Nullable PlainRegions plain;
    private final Tokens tokens;
    private final ForwardFinder finder;
    private final LiteralText literals;
    private final InlineCodeFinder code;
    private final CommentFinder comments;
    private Leaves leaves;
    private @Nullable EndTags ends;
    private int parses = 1;

    /** Number of open choices and loops: their indented content is no code block. */
    private int open;

    private int next;
    private int at;

    public TagFinder(String text, boolean markdown, TemplateRules rules, TemplateNotes notes) {
        this.text = text;
        this.markdown = markdown;
        this.rules = rules;
        this.tokens = new Tokens(text, notes);
        this.finder = new ForwardFinder(text);
        this.literals = new LiteralText(text, rules, tokens);
        this.code = new InlineCodeFinder(text, finder);
        this.comments = new CommentFinder(text, rules, tokens, finder);
        this.leaves = markdown ? blocks(0) : Leaves.ofHtml(text);
    }

    public List<Token> find() {
        while (at < text.length()) {
            while (next < leaves.size() && leaves.get(next).end() <= at) {
                next++;
            }
            Leaf leaf = next < leaves.size() ? leaves.get(next) : null;
            if (leaf == null || at < leaf.start()) {
                scan(leaf == null ? text.length() : leaf.start(), false);
            } else if (leaf.isCode() && at > leaf.start() && mustBeParsedAgain(leaf)) {
                leaves = blocks(lineStart(at));
                next = 0;
                parses++;
            } else if (leaf.isCode() && !(leaf.kind() == Leaves.Kind.INDENTED && open > 0)) {
                literals.keep(at, leaf.end());
                at = leaf.end();
            } else {
                scan(leaf.end(), leaf.kind() == Leaves.Kind.HTML);
            }
        }
        return tokens.finish();
    }

    /** Parses blocks up to the end of the paragraph with the last brace; later text has no template code. */
    private Leaves blocks(int from) {
        int brace = Math.max(text.lastIndexOf('{'), text.lastIndexOf('}'));
        int last = Math.max(brace, rules.hasPercentComments() ? text.lastIndexOf("%%") : -1);
        int end = text.indexOf("\n\n", Math.max(last, from));
        return Leaves.ofMarkdown(
                text, from, end < 0 ? text.length() : end, rules.tags().verbatim());
    }

    private boolean mustBeParsedAgain(Leaf leaf) {
        return markdown && parses < MAX_PARSES && tokens.coveredTo() > leaf.start();
    }

    private PlainRegions plain() {
        PlainRegions known = plain == null ? new PlainRegions(text) : plain;
        plain = known;
        return known;
    }

    private int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    private void scan(int limit, boolean html) {
        if (!html && isPlain(limit)) {
            at = limit;
        }
        while (at < limit) {
            int before = at;
            switch (text.charAt(at)) {
                case '{' -> brace(limit);
                case '`' -> {
                    int end = html ? -1 : code.span(at, limit);
                    keepCode(end, code.runEnd(at));
                }
                case '<' -> tabOrCode(html ? text.length() : limit);
                case '$', '\\' -> at = Math.max(at + 1, code.formula(at, limit));
                case '%' -> at = Math.max(at + 1, comments.percent(at));
                default -> {}
            }
            at = Math.max(at, before + (at == before ? 1 : 0));
        }
    }

    /**
     * Reads an HTML comment that begins or ends a part of a Hexo theme's tag; skips any other element that holds code.
     */
    private void tabOrCode(int limit) {
        boolean tab = text.startsWith("<!-- tab", at) || text.startsWith("<!-- endtab", at);
        boolean time = text.startsWith("<!-- timeline", at) || text.startsWith("<!-- endtimeline", at);
        int end = (tab || time) && rules.hasRaw() ? finder.find("-->", at) : -1;
        if (end < 0 || end >= limit) {
            keepCode(code.element(at, limit), at + 1);
            return;
        }
        String inner = text.substring(at + 5, end - (text.charAt(end - 1) == ' ' ? 1 : 0))
                .strip();
        tokens.add(Token.of(Kind.TAG, at, end + 3, inner));
        at = end + 3;
    }

    /** Returns whether a text block can begin neither template code nor an element that reaches into the next block. */
    private boolean isPlain(int limit) {
        return !occurs("{", at, limit)
                && !occurs("<", at, limit)
                && !(rules.hasPercentComments() && occurs("%%", at, limit));
    }

    private void keepCode(int end, int otherwise) {
        if (end < 0) {
            at = otherwise;
        } else {
            literals.keep(at, end);
            at = end;
        }
    }

    private void brace(int limit) {
        char second = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        int end = switch (second) {
            case '%' ->
                rules.has(Syntax.CALLS) && text.startsWith("{%/*", at)
                        ? literals.escape(at, "{%/*", "*/%}", limit)
                        : rules.hasRaw() || rules.has(Syntax.CALLS) ? tag(limit) : -1;
            case '{' -> twoBraces(limit);
            case '#', '/', ':' -> comments.brace(at, limit);
            default -> -1;
        };
        at = end < 0 ? at + 1 : end;
    }

    private int twoBraces(int limit) {
        if (rules.has(Syntax.SHORTCODES)) {
            if (text.startsWith("{{</*", at) || text.startsWith("{{%/*", at)) {
                return literals.shortcode(at, limit);
            }
            if (text.startsWith("{{<", at) || text.startsWith("{{%", at)) {
                return shortcode(limit);
            }
            if (text.startsWith("{{/*", at)) {
                return comments.shortcode(at);
            }
        }
        if (rules.has(Syntax.CALLS)) {
            return text.startsWith("{{/*", at) ? literals.escape(at, "{{/*", "*/}}", limit) : call(limit, false);
        }
        if (rules.hasRaw() && rules.names() != ValueNames.LIQUID) {
            int call = call(limit, true);
            if (call > 0) {
                return call;
            }
        }
        if (rules.has(Syntax.VUE_VALUES) && plain().contain(at)) {
            return -1;
        }
        return new ValueFinder(text, rules, tokens, finder).find(at, limit);
    }

    /**
     * Reads a Zola shortcode or a Nunjucks function, which has parentheses; without them it is text.
     *
     * @param known whether only calls with a known meaning count
     */
    private int call(int limit, boolean known) {
        int end = finder.find("}}", at + 2);
        if (end < 0 || end >= limit || occurs("{{", at + 2, end)) {
            return -1;
        }
        String inner = text.substring(at + 2, end).strip();
        int bracket = inner.indexOf('(');
        if (bracket <= 0
                || !inner.endsWith(")")
                || !TemplateCall.of(inner)
                        .name()
                        .equals(inner.substring(0, bracket).strip())) {
            return -1;
        }
        TagKind kind = rules.tags().kind(TemplateCall.of(inner).name());
        if (known && (kind == null || kind == TagKind.SITE_LINK)) {
            return -1;
        }
        // It never has an end tag.
        tokens.add(Token.of(Kind.TAG, at, end + 2, inner + " /"));
        return end + 2;
    }

    private int shortcode(int limit) {
        String close = text.charAt(at + 2) == '<' ? ">}}" : "%}}";
        int end = finder.find(close, at + 3);
        if (end < 0 || end >= limit || occurs("{{" + text.charAt(at + 2), at + 3, end)) {
            return -1;
        }
        return addCall(at, end + 3, text.substring(at + 3, end));
    }

    private boolean occurs(String what, int from, int limit) {
        int found = finder.find(what, from);
        return found >= 0 && found < limit;
    }

    private int tag(int limit) {
        int end = finder.find("%}", at + 2);
        if (end < 0 || end >= limit || occurs("{%", at + 2, end)) {
            return -1;
        }
        int start = text.startsWith("-", at + 2) ? at + 3 : at + 2;
        boolean trims = end > start && text.charAt(end - 1) == '-';
        String inner =
                text.substring(start, Math.max(start, trims ? end - 1 : end)).strip();
        if (inner.startsWith("#") && inner.length() > 1) {
            tokens.add(Token.of(Kind.NOTHING, at, end + 2, ""));
            return end + 2;
        }
        int behind = addCall(at, end + 2, inner);
        if (start == at + 3) {
            tokens.trimBefore(at);
        }
        if (trims && behind > 0) {
            return tokens.trimAfter(behind);
        }
        return behind;
    }

    /** Adds a tag, with its content if that is not template code; returns the offset after it, -1 if it is text. */
    private int addCall(int start, int end, String inner) {
        TemplateCall call = TemplateCall.of(inner);
        if (call.name().isEmpty()) {
            return -1;
        }
        TagKind kind = rules.tags().kind(call.name());
        End close = kind == null || call.isEnd() ? null : ends().next(call.name(), end);
        if (kind == TagKind.RAW && close != null) {
            return literals.raw(start, end, close, rules.names() == ValueNames.BARE && markdown);
        }
        if (kind == TagKind.COMMENT && close != null) {
            tokens.add(Token.of(Kind.NOTHING, start, close.end(), ""));
            return close.end();
        }
        boolean code = kind == TagKind.CODE || kind == TagKind.DIAGRAM || kind == TagKind.FORMULA;
        if (code && close != null) {
            tokens.add(new Token(Kind.CODE, start, close.end(), inner, end, close.start()));
            return close.end();
        }
        if (kind == TagKind.COMMENT || kind == TagKind.CODE) {
            tokens.unclosed(start, end, call.name());
        }
        if (isChoice(call.name())) {
            open += close == null ? 0 : 1;
        } else if (call.isEnd() && open > 0 && isChoice(call.ended())) {
            open--;
        }
        tokens.add(Token.of(Kind.TAG, start, end, inner));
        return end;
    }

    private boolean isChoice(String name) {
        TagKind kind = rules.tags().kind(name);
        return kind == TagKind.IF || kind == TagKind.UNLESS || kind == TagKind.CASE || kind == TagKind.LOOP;
    }

    private EndTags ends() {
        if (ends == null) {
            ends = new EndTags(text);
        }
        return ends;
    }
}
