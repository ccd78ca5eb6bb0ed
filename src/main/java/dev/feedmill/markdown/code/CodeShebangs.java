package dev.feedmill.markdown.code;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;

/** Removes the language line of indented code, as in Python-Markdown's CodeHilite. */
public final class CodeShebangs {
    private static final Pattern FIRST_LINE = Pattern.compile("(?:::+|#!)([\\w#.+-]+)[ \\t]*(?:\\n|$)");

    private CodeShebangs() {}

    /** Removes the languages; a path, as in {@code #!/bin/sh}, is part of the program. */
    public static void take(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(IndentedCodeBlock code) {
                Matcher line = FIRST_LINE.matcher(code.getLiteral());
                if (line.lookingAt()) {
                    FencedCodeBlock named = new FencedCodeBlock();
                    named.setInfo(line.group(1));
                    named.setLiteral(code.getLiteral().substring(line.end()));
                    named.setSourceSpans(code.getSourceSpans());
                    code.insertAfter(named);
                    code.unlink();
                }
            }
        });
    }
}
