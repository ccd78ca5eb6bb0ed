package dev.feedmill.template.run;

import dev.feedmill.template.TagKind;
import dev.feedmill.template.TagTable;
import dev.feedmill.template.TemplateCall;
import dev.feedmill.template.scan.Token;
import dev.feedmill.template.scan.Token.Kind;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pairs tags with their end tags, and finds the branches of a choice. */
public final class TagNesting {
    /** Limit of the enclosing tags that a branch may belong to. */
    private static final int NEAR = 30;

    private final TagTable table;
    private final List<Token> tokens;
    private final TemplateCall[] calls;
    private final int[] ends;
    private final int[] branches;

    TagNesting(TagTable table, List<Token> tokens) {
        this.table = table;
        this.tokens = tokens;
        this.calls = new TemplateCall[tokens.size()];
        this.ends = new int[tokens.size()];
        this.branches = new int[tokens.size()];
        Arrays.fill(ends, -1);
        Arrays.fill(branches, -1);
        match();
    }

    TemplateCall call(int token) {
        return calls[token];
    }

    /** Returns the token that ends a tag, or -1. */
    int end(int token) {
        return ends[token];
    }

    /** Returns the next branch of the same choice, or -1. */
    int branch(int token) {
        return branches[token];
    }

    private void match() {
        Map<String, Integer> endsLeft = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Kind.TAG || token.kind() == Kind.CODE) {
                calls[i] = token.call();
            }
            if (token.kind() == Kind.TAG && calls[i].isEnd()) {
                endsLeft.merge(calls[i].ended(), 1, Integer::sum);
            }
        }
        Deque<Integer> open = new ArrayDeque<>();
        Map<String, Integer> opened = new HashMap<>();
        Map<Integer, Integer> lastBranch = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() != Kind.TAG) {
                continue;
            }
            TemplateCall call = calls[i];
            if (call.isEnd()) {
                endsLeft.merge(call.ended(), -1, Integer::sum);
                close(i, call.ended(), open, opened);
            } else if (table.kind(call.name()) == TagKind.BRANCH) {
                branch(i, open, lastBranch);
            } else if (!call.selfClosing()
                    && (endsLeft.getOrDefault(call.name(), 0) > 0 || endsLeft.getOrDefault("", 0) > 0)) {
                open.push(i);
                opened.merge(call.name(), 1, Integer::sum);
            }
        }
    }

    private void close(int end, String name, Deque<Integer> open, Map<String, Integer> opened) {
        if (!name.isEmpty() && opened.getOrDefault(name, 0) == 0) {
            return;
        }
        while (!open.isEmpty()) {
            int top = open.pop();
            opened.merge(calls[top].name(), -1, Integer::sum);
            if (name.isEmpty() || calls[top].name().equals(name)) {
                ends[top] = end;
                return;
            }
        }
    }

    private void branch(int branch, Deque<Integer> open, Map<Integer, Integer> lastBranch) {
        int looked = 0;
        for (int tag : open) {
            TagKind kind = table.kind(calls[tag].name());
            if (kind == TagKind.IF || kind == TagKind.UNLESS || kind == TagKind.CASE || kind == TagKind.LOOP) {
                branches[lastBranch.getOrDefault(tag, tag)] = branch;
                lastBranch.put(tag, branch);
                return;
            }
            if (++looked == NEAR) {
                return;
            }
        }
    }
}
