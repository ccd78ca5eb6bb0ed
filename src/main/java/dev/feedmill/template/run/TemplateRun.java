package dev.feedmill.template.run;

import dev.feedmill.template.MappedText;
import dev.feedmill.template.TagKind;
import dev.feedmill.template.TemplateCall;
import dev.feedmill.template.TemplateRules;
import dev.feedmill.template.TemplateRules.Syntax;
import dev.feedmill.template.TemplateValue;
import dev.feedmill.template.ValueNames;
import dev.feedmill.template.scan.TemplateNotes;
import dev.feedmill.template.scan.Token;
import dev.feedmill.template.tag.CodeTag;
import dev.feedmill.template.tag.Layout;
import dev.feedmill.template.tag.TagOutput;
import dev.feedmill.template.tag.TagWrapper;
import dev.feedmill.template.tag.TagWriter;
import dev.feedmill.template.value.Arithmetic;
import dev.feedmill.template.value.Expression;
import dev.feedmill.template.value.Loop;
import dev.feedmill.template.value.VariableScope;
import java.util.List;

/** Evaluates the tokens of one text. */
public final class TemplateRun {
    /** Depth limit of tags; deeper tags are ignored, but their content is shown. */
    private static final int MAX_DEPTH = 60;

    private final String text;
    private final List<Token> tokens;
    private final TemplateRules rules;
    private final TagNesting nesting;
    private final VariableScope scope;
    private final TemplateNotes notes;
    private final Layout layout;
    private final TagWriter writer;
    private final BranchChooser choices;
    private final Counters counters;
    private MappedText out;
    private int loops;

    /** {@code break} or {@code continue} until the loop handles it. */
    private String leaving = "";

    TemplateRun(
            String text,
            boolean markdown,
            List<Token> tokens,
            TemplateRules rules,
            VariableScope scope,
            TemplateNotes notes) {
        this.text = text;
        this.tokens = tokens;
        this.rules = rules;
        this.nesting = new TagNesting(rules.tags(), tokens);
        this.scope = scope;
        this.notes = notes;
        this.layout = new Layout(text, markdown);
        this.writer = new TagWriter(rules, scope);
        this.choices = new BranchChooser(nesting, scope);
        this.counters = new Counters(scope);
        this.out = new MappedText(text);
    }

    MappedText run() {
        show(0, tokens.size(), 0);
        return out;
    }

    private void show(int from, int to, int depth) {
        for (int i = from; i < to && leaving.isEmpty(); i++) {
            Token token = tokens.get(i);
            switch (token.kind()) {
                case TEXT -> out.copy(token.start(), token.end());
                case NOTHING -> {}
                case INSTEAD -> out.insert(token.inner(), token.start());
                case VALUE -> value(token);
                case CODE -> out.insert(CodeTag.html(text, token, nesting.call(i), rules, layout), token.start());
                case RAW_HTML -> rawHtml(token);
                case TAG -> {
                    int end = nesting.end(i);
                    if (end < 0 || end >= to || depth > MAX_DEPTH) {
                        single(i);
                    } else {
                        enclosing(i, end, depth + 1);
                        i = end;
                    }
                }
            }
        }
    }

    private void enclosing(int tag, int end, int depth) {
        TemplateCall call = nesting.call(tag);
        TagKind known = rules.tags().kind(call.name());
        TagKind kind = known == null ? TagKind.SILENT : known;
        switch (kind) {
            case IF, UNLESS, CASE -> choose(tag, end, kind, depth);
            case LOOP -> loop(tag, end, depth);
            case CAPTURE, ASSIGN -> capture(tag, end, depth);
            default -> around(tag, end, writer.enclosing(call, shown(tag)), depth);
        }
    }

    /** Shows at most one branch: the one that holds or, if unknown, the last one without a condition. */
    private void choose(int tag, int end, TagKind kind, int depth) {
        BranchChooser.Branch chosen = choices.choose(tag, end, kind);
        if (!chosen.sure()) {
            notes.add(
                    tokens.get(tag).start(),
                    "'" + shown(tag) + "' cannot be decided here; "
                            + (chosen.otherwise()
                                    ? "what stands under its 'else' is shown"
                                    : "what it encloses is shown"));
        }
        show(chosen.start(), chosen.end(), depth);
    }

    private void loop(int tag, int end, int depth) {
        Loop loop = Loop.of(nesting.call(tag).arguments(), scope);
        int body = nesting.branch(tag) < 0 ? end : nesting.branch(tag);
        if (loop == null) {
            notes.add(tokens.get(tag).start(), "'" + shown(tag) + "' cannot be run here; what it repeats is left out");
            return;
        }
        int place = 0;
        for (String item : loop.items()) {
            loop.enter(scope, item, place++);
            long cost = 20L + tokens.get(body).start() - tokens.get(tag).start();
            if (!scope.spend(cost)) {
                notes.add(
                        tokens.get(tag).start(),
                        "'" + shown(tag) + "' repeats too much; only the first of it is shown");
                break;
            }
            loops++;
            show(tag + 1, body, depth);
            loops--;
            boolean ends = leaving.equals("break");
            leaving = "";
            if (ends) {
                break;
            }
        }
        loop.leave(scope);
        if (loop.items().isEmpty() && body < end) {
            show(body + 1, end, depth);
        }
    }

    private void capture(int tag, int end, int depth) {
        MappedText outer = out;
        out = new MappedText(text);
        show(tag + 1, end, depth);
        String name =
                nesting.call(tag).arguments().replace("\"", "").replace("'", "").strip();
        scope.set(name, scope.bounded(TemplateValue.of(out.text())));
        out = outer;
    }

    private void around(int tag, int end, TagWrapper enclosure, int depth) {
        Token open = tokens.get(tag);
        Token close = tokens.get(end);
        problem(open, enclosure.problem());
        boolean block = enclosure.block() && !(enclosure.mayBeInline() && !layout.startsLine(open));
        out.insert(
                block && !enclosure.before().isEmpty() ? layout.block(enclosure.before(), open) : enclosure.before(),
                open.start());
        show(tag + 1, end, depth);
        out.insert(
                block && !enclosure.after().isEmpty() ? layout.block(enclosure.after(), close) : enclosure.after(),
                close.start());
    }

    private void single(int tag) {
        Token token = tokens.get(tag);
        TemplateCall call = nesting.call(tag);
        if (call.isEnd()) {
            return;
        }
        TagKind kind = rules.tags().kind(call.name());
        if (kind == TagKind.ASSIGN) {
            assign(call.arguments());
            return;
        }
        if (kind == TagKind.LEAVE && loops > 0) {
            leaving = call.name();
            return;
        }
        if (kind == TagKind.COUNT || kind == TagKind.CYCLE || kind == TagKind.ECHO) {
            print(token, call, kind);
            return;
        }
        TagOutput shown = writer.single(call, shown(tag));
        problem(token, shown.problem());
        if (shown.html().isEmpty() && shown.problem() != null && isDefinition(token)) {
            out.insert("<>", token.start());
        }
        if (!shown.html().isEmpty()) {
            boolean alone = layout.isAlone(token);
            boolean line = rules.has(Syntax.LINES_OF_TAGS) && layout.beginsLineOfTags(token);
            String inline = line ? "<!-- -->" + shown.inline() : shown.inline();
            out.insert(shown.block() && alone ? layout.block(shown.html(), token) : inline, token.start());
        }
    }

    private void print(Token token, TemplateCall call, TagKind kind) {
        String printed = switch (kind) {
            case COUNT -> counters.count(call.name(), call.arguments());
            case CYCLE -> counters.next(call.arguments());
            default -> {
                Expression expression = Expression.parse(call.arguments().strip());
                TemplateValue value = expression == null ? TemplateValue.UNKNOWN : expression.value(scope);
                yield value.isKnown() ? scope.bounded(value).text() : null;
            }
        };
        if (printed == null) {
            notes.add(
                    token.start(),
                    "'" + TemplateNotes.shown(text.substring(token.start(), token.end()))
                            + "' cannot be run here; it is left out");
        } else {
            out.insert(printed, token.start());
        }
    }

    private void assign(String arguments) {
        int equals = arguments.indexOf('=');
        if (equals > 0) {
            Expression value = Expression.parse(arguments.substring(equals + 1).strip());
            scope.set(
                    arguments.substring(0, equals).strip(), value == null ? TemplateValue.UNKNOWN : value.value(scope));
        }
    }

    private void value(Token token) {
        String sum = rules.names() != ValueNames.LIQUID ? Arithmetic.value(token.inner()) : null;
        Expression expression = Expression.parse(token.inner());
        TemplateValue value = sum != null
                ? TemplateValue.of(sum)
                : expression == null ? TemplateValue.UNKNOWN : scope.bounded(expression.value(scope));
        boolean unset = value.kind() == TemplateValue.Kind.ABSENT && isUnset(token.inner());
        if (value.isKnown() && !unset) {
            boolean link = text.charAt(token.start()) == '<';
            out.insert(link ? "<" + value.text() + ">" : value.text(), token.start());
        } else if (!(token.inner().equals("site.url") && isAddress(token.end()))) {
            if (isDefinition(token)) {
                out.insert("<>", token.start());
            }
            notes.add(
                    token.start(),
                    "'" + TemplateNotes.shown(text.substring(token.start(), token.end()))
                            + "' cannot be run here; it is left out");
        }
    }

    /** Returns whether the value is the whole address of a link definition, which is invalid without it. */
    private boolean isDefinition(Token token) {
        int colon = token.start() - 1;
        while (colon > 0 && text.charAt(colon) == ' ') {
            colon--;
        }
        boolean whole = token.end() == text.length() || Character.isWhitespace(text.charAt(token.end()));
        return whole && colon > 1 && text.charAt(colon) == ':' && text.charAt(colon - 1) == ']';
    }

    /** Returns whether the value is an undefined word, which may be meant as text. */
    private static boolean isUnset(String inner) {
        return inner.indexOf('.') < 0 && inner.indexOf('|') < 0 && !inner.startsWith("\"") && !inner.startsWith("'");
    }

    /** Returns whether a path follows, which is also valid from the root of the site. */
    private boolean isAddress(int end) {
        return text.startsWith("/", end) || text.startsWith("{{", end);
    }

    /** Writes raw HTML without blank lines, which would end the HTML block in Markdown. */
    private void rawHtml(Token token) {
        String body = text.substring(token.bodyStart(), token.bodyEnd()).strip();
        StringBuilder html = new StringBuilder(body.length());
        body.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> html.append(html.isEmpty() ? "" : "\n").append(line.strip()));
        out.insert(layout.block(html.toString(), token), token.start());
    }

    private String shown(int tag) {
        Token token = tokens.get(tag);
        return TemplateNotes.shown(text.substring(token.start(), token.end()));
    }

    private void problem(Token token, @org.jspecify.annotations.Nullable String problem) {
        if (problem != null) {
            notes.add(token.start(), problem);
        }
    }
}
