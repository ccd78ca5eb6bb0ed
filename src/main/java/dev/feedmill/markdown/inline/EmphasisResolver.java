package dev.feedmill.markdown.inline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Pairs the emphasis marks below one node, each closing mark with the nearest opening one, in linear time. */
public final class EmphasisResolver {
    private static final int MAX_DEPTH = 100;

    private final List<MarkRun> open = new ArrayList<>();
    private final List<Node> enclosed = new ArrayList<>();

    /** Index of {@link #open} below which no run of the kind can open. */
    private final Map<Integer, Integer> bottoms = new HashMap<>();

    private EmphasisResolver() {}

    /** Converts every run below a node to emphasis or text. */
    public static void resolve(Node parent) {
        boolean runs = false;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            runs |= node instanceof MarkRun;
            resolve(node);
        }
        if (runs) {
            new EmphasisResolver().run(parent);
        }
    }

    private void run(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            if (node instanceof MarkRun run) {
                if (run.closes) {
                    close(run);
                }
                if (run.left > 0 && run.opens) {
                    open.add(run);
                } else if (run.left > 0) {
                    makeText(run);
                }
            }
            node = next;
        }
        open.forEach(EmphasisResolver::makeText);
        TextMerger.merge(parent);
        enclosed.forEach(TextMerger::merge);
    }

    private void close(MarkRun closer) {
        while (closer.left > 0) {
            MarkRun opener = opener(closer);
            if (opener == null || opener.depth >= MAX_DEPTH) {
                return;
            }
            enclose(opener, closer);
        }
    }

    private @Nullable MarkRun opener(MarkRun closer) {
        int bottom = bottoms.getOrDefault(closer.kind, 0);
        for (int i = open.size() - 1; i >= bottom; i--) {
            if (open.get(i).kind == closer.kind) {
                while (open.size() > i + 1) {
                    MarkRun between = open.remove(open.size() - 1);
                    open.get(open.size() - 1).depth = Math.max(open.get(open.size() - 1).depth, between.depth);
                    makeText(between);
                }
                bottoms.replaceAll((kind, at) -> Math.min(at, open.size()));
                return open.get(i);
            }
        }
        bottoms.put(closer.kind, open.size());
        return null;
    }

    private void enclose(MarkRun opener, MarkRun closer) {
        int length = opener.mark == '~' ? opener.left : opener.left >= 2 && closer.left >= 2 ? 2 : 1;
        Node around = element(opener.mark, length);
        for (Node node = opener.getNext(); node != null && node != closer; ) {
            Node next = node.getNext();
            around.appendChild(node);
            node = next;
        }
        opener.insertAfter(around);
        enclosed.add(around);
        opener.left -= length;
        closer.left -= length;
        opener.depth++;
        if (opener.left == 0) {
            open.remove(open.size() - 1);
            if (!open.isEmpty()) {
                MarkRun outer = open.get(open.size() - 1);
                outer.depth = Math.max(outer.depth, opener.depth);
            }
            opener.unlink();
        }
        if (closer.left == 0) {
            closer.unlink();
        }
    }

    private static Node element(char mark, int length) {
        String marks = String.valueOf(mark).repeat(length);
        if (mark == '~') {
            return new ElementInline("del", Map.of());
        }
        return length == 2 ? new StrongEmphasis(marks) : new Emphasis(marks);
    }

    private static void makeText(MarkRun run) {
        Text text = new Text(String.valueOf(run.mark).repeat(run.left));
        text.setSourceSpans(run.getSourceSpans());
        run.insertBefore(text);
        run.unlink();
    }
}
