package dev.feedmill.markdown.block;

import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;

/** A parser of blocks that contain blocks of any kind. */
abstract class HoldingBlockParser extends AbstractBlockParser {
    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return true;
    }
}
