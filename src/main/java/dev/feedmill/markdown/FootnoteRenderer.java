package dev.feedmill.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Prints numbers for footnote references, and the notes at the end with a link back. */
final class FootnoteRenderer implements NodeRenderer {
    /** The arrow of the link back. */
    private static final String BACK = "\u21a9";

    /** Variation selector for the text form of the arrow. */
    private static final String AS_TEXT = "\ufe0e";

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final FootnoteFormat form;
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final Map<String, Note> defined = new LinkedHashMap<>();

    private static final class Note {
        private final FootnoteDefinition definition;
        private int number;
        private int references;

        private Note(FootnoteDefinition definition) {
            this.definition = definition;
        }
    }

    FootnoteRenderer(HtmlNodeRendererContext context, FootnoteFormat form) {
        this.context = context;
        this.html = context.getWriter();
        this.form = form;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FootnoteReference.class, FootnoteDefinition.class);
    }

    @Override
    public void beforeRoot(Node root) {
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock block) {
                if (block instanceof FootnoteDefinition definition) {
                    defined.putIfAbsent(definition.getLabel(), new Note(definition));
                }
                visitChildren(block);
            }
        });
    }

    @Override
    public void render(Node node) {
        if (!(node instanceof FootnoteReference reference)) {
            return;
        }
        String label = reference.getLabel();
        Note note = defined.get(label);
        if (note == null) {
            html.text("[^" + label + "]");
            return;
        }
        if (note.number == 0) {
            notes.put(label, note);
            note.number = notes.size();
        }
        note.references++;
        html.tag("sup", Map.of("id", reference(note, note.references)));
        html.tag("a", Map.of("href", "#fn:" + name(note)));
        html.text(String.valueOf(note.number));
        html.tag("/a");
        html.tag("/sup");
    }

    /** Returns the part of the id for a note. */
    private String name(Note note) {
        return form == FootnoteFormat.GOLDMARK ? String.valueOf(note.number) : note.definition.getLabel();
    }

    private String reference(Note note, int number) {
        return switch (form) {
            case KRAMDOWN -> "fnref:" + name(note) + (number == 1 ? "" : ":" + (number - 1));
            case GOLDMARK -> "fnref" + (number == 1 ? "" : String.valueOf(number - 1)) + ":" + name(note);
            case PYTHON -> "fnref" + (number == 1 ? "" : String.valueOf(number)) + ":" + name(note);
        };
    }

    @Override
    public void afterRoot(Node root) {
        if (notes.isEmpty()) {
            return;
        }
        html.line();
        html.tag("div");
        if (form != FootnoteFormat.KRAMDOWN) {
            html.tag("hr", Map.of(), true);
        }
        html.tag("ol");
        List<String> waiting = new ArrayList<>(notes.keySet());
        for (int i = 0; i < waiting.size(); i++) {
            String label = waiting.get(i);
            write(Objects.requireNonNull(notes.get(label)));
            // A note may refer to further ones.
            notes.keySet().stream().skip(waiting.size()).toList().forEach(waiting::add);
        }
        html.tag("/ol");
        html.tag("/div");
        html.line();
    }

    private void write(Note note) {
        html.line();
        html.tag("li", Map.of("id", "fn:" + name(note)));
        Node last = note.definition.getLastChild();
        for (Node node = note.definition.getFirstChild(); node != null; node = node.getNext()) {
            if (node == last && node instanceof Paragraph) {
                html.tag("p");
                for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                    context.render(child);
                }
                back(note);
                html.tag("/p");
            } else {
                context.render(node);
            }
        }
        if (!(last instanceof Paragraph)) {
            html.tag("p");
            back(note);
            html.tag("/p");
        }
        html.tag("/li");
        html.line();
    }

    private void back(Note note) {
        for (int i = 1; i <= note.references; i++) {
            html.text("\u00a0");
            html.tag("a", Map.of("href", "#" + reference(note, i)));
            html.text(form == FootnoteFormat.GOLDMARK ? BACK + AS_TEXT : BACK);
            if (i > 1 && form == FootnoteFormat.KRAMDOWN) {
                html.tag("sup");
                html.text(String.valueOf(i));
                html.tag("/sup");
            }
            html.tag("/a");
        }
    }
}
