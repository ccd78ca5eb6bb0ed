package dev.feedmill.markdown.block;

import org.commonmark.node.Block;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** A paragraph that begins with what would be the start of another block. */
public final class WordsBlockParser extends AbstractBlockParser {
    private final Paragraph paragraph = new Paragraph();
    private final SourceLines lines = SourceLines.empty();

    public WordsBlockParser() {
        // begins with its first line
    }

    /** Goes on with the lines of a paragraph before it. */
    WordsBlockParser(SourceLines before) {
        before.getLines().forEach(lines::addLine);
    }

    SourceLines lines() {
        return lines;
    }

    @Override
    public Block getBlock() {
        return paragraph;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        lines.addLine(line);
    }

    @Override
    public boolean canHaveLazyContinuationLines() {
        return true;
    }

    @Override
    public void parseInlines(InlineParser inlineParser) {
        inlineParser.parse(lines, paragraph);
    }
}
