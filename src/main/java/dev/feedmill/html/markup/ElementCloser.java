package dev.feedmill.html.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Repairs missing end tags of elements whose content is not shown as text, so that they do not hide the rest of a body.
 */
final class ElementCloser {
    private static final Set<String> FOREIGN = Set.of("svg", "math");
    private static final Set<String> PLAYERS = Set.of("video", "audio", "object", "applet", "picture");
    private static final Set<String> PLAYED = Set.of("source", "track", "param", "embed");
    private static final Set<String> CHOICES = Set.of("select", "datalist");
    private static final Set<String> CHOICE = Set.of("option", "optgroup");
    private static final Set<String> OTHERS = Set.of("template", "noscript");

    private final String html;
    private final List<Tag> tags;
    private final MarkupEdits edits;
    private final Map<String, Deque<Integer>> open = new HashMap<>();
    private int choicesEnd = -1;

    ElementCloser(String html, List<Tag> tags, MarkupEdits edits) {
        this.html = html;
        this.tags = tags;
        this.edits = edits;
    }

    void run() {
        List<Integer> ends = new ArrayList<>(Collections.nCopies(tags.size(), -1));
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            if (!isMine(tag.name()) || (tag.selfClosing() && FOREIGN.contains(tag.name()))) {
                continue;
            }
            if (!tag.closing()) {
                open.computeIfAbsent(tag.name(), name -> new ArrayDeque<>()).push(i);
            } else {
                match(i, ends);
            }
        }
        for (int i = 0; i < tags.size(); i++) {
            repair(i, ends.get(i));
        }
    }

    private static boolean isMine(String name) {
        return FOREIGN.contains(name) || PLAYERS.contains(name) || CHOICES.contains(name) || OTHERS.contains(name);
    }

    /** Pairs start and end tags: an element that begins among words ends in the same paragraph. */
    private void match(int end, List<Integer> ends) {
        Tag tag = tags.get(end);
        Deque<Integer> waiting = open.getOrDefault(tag.name(), new ArrayDeque<>());
        while (!waiting.isEmpty()) {
            int start = waiting.pop();
            Tag opener = tags.get(start);
            boolean selfClosed = opener.selfClosing() && !isWhiteSpaceBetween(opener.end(), tag.start());
            if (!selfClosed
                    && (!opener.isAmongWords()
                            || opener.part().paragraph() == tag.part().paragraph())) {
                ends.set(start, end);
                ends.set(end, start);
                return;
            }
        }
    }

    private void repair(int i, int partner) {
        Tag tag = tags.get(i);
        if (CHOICE.contains(tag.name()) && i > choicesEnd) {
            drop(tag);
        }
        if (!isMine(tag.name()) || (tag.selfClosing() && FOREIGN.contains(tag.name()))) {
            return;
        }
        if (tag.closing()) {
            if (partner < 0 && tag.isAmongWords()) {
                edits.escape(tag.start());
            }
        } else if (partner < 0) {
            withoutEnd(i);
        } else if (CHOICES.contains(tag.name())) {
            choices(i, partner);
        } else if (tag.name().equals("template")) {
            template(tag, tags.get(partner));
        }
    }

    /**
     * Leaves a valid list of choices alone, which is no text of the article; drops the tags of any other, whose content
     * is.
     */
    private void choices(int start, int end) {
        boolean real = true;
        boolean inOption = false;
        for (int i = start; i < end && real; i++) {
            Tag tag = tags.get(i);
            inOption = !tag.closing() && tag.name().equals("option");
            boolean blank = isWhiteSpaceBetween(tag.end(), tags.get(i + 1).start());
            real = (i == start || CHOICE.contains(tag.name()) || tag.name().equals("hr")) && (blank || inOption);
        }
        if (real) {
            choicesEnd = Math.max(choicesEnd, end);
        } else {
            drop(tags.get(start));
            drop(tags.get(end));
        }
    }

    /** Escapes both tags of a template among words, as with raw text. */
    private void template(Tag start, Tag end) {
        if (start.isAmongWords() && html.indexOf('<', start.end()) == end.start()) {
            edits.escape(start.start());
            edits.escape(end.start());
        } else if (!start.isAmongWords()) {
            edits.hidden(start.shown(), start.start(), end.start());
        }
    }

    private void withoutEnd(int i) {
        Tag tag = tags.get(i);
        String end = "</" + tag.name() + ">";
        String wanted = tag.shown() + " must be closed by '" + end + "'; ";
        if (PLAYERS.contains(tag.name()) && !tag.bare()) {
            edits.insert(endOfPlayed(i), end);
            edits.fault(tag.start(), wanted + "it ends where its tag ends");
        } else if (tag.selfClosing()) {
            edits.insert(tag.end(), end);
            edits.fault(tag.start(), wanted + "it ends where its tag ends");
        } else {
            drop(tag);
            edits.fault(tag.start(), wanted + (tag.bare() ? "it is shown as text" : "the tag is left out"));
        }
    }

    /** Returns the offset after the sources that follow a player's tag. */
    private int endOfPlayed(int player) {
        int i = player;
        while (i + 1 < tags.size()
                && PLAYED.contains(tags.get(i + 1).name())
                && isWhiteSpaceBetween(tags.get(i).end(), tags.get(i + 1).start())) {
            i++;
        }
        return tags.get(i).end();
    }

    private boolean isWhiteSpaceBetween(int from, int to) {
        int i = from;
        while (i < to && Character.isWhitespace(html.charAt(i))) {
            i++;
        }
        return i == to;
    }

    /** Escapes a lone tag without attributes, which is a word; removes one with attributes. */
    private void drop(Tag tag) {
        if (tag.bare()) {
            edits.escape(tag.start());
        } else {
            edits.delete(tag.start(), tag.end());
        }
    }
}
