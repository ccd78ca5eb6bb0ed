package dev.feedmill.markdown;

import dev.feedmill.markdown.block.Abbreviations;
import dev.feedmill.markdown.block.DefinitionLists;
import dev.feedmill.markdown.block.QuoteCallouts;
import dev.feedmill.markdown.block.TableRuleRemover;
import dev.feedmill.markdown.code.CodeShebangs;
import dev.feedmill.markdown.inline.EmojiReplacer;
import dev.feedmill.markdown.inline.Emphasis;
import dev.feedmill.markdown.inline.EmphasisResolver;
import dev.feedmill.markdown.inline.LineJoiner;
import dev.feedmill.markdown.inline.Literal;
import dev.feedmill.markdown.inline.WebAddresses;
import dev.feedmill.markdown.inline.WikiLink;
import dev.feedmill.markdown.typography.Typography;
import org.commonmark.node.Node;

/** Applies the edits after parsing, in the order of their dependencies. */
final class TreeEditor {
    private final MarkdownRules rules;
    private final String text;
    private final NodeAttributes attributes = new NodeAttributes();

    TreeEditor(MarkdownRules rules, String text) {
        this.rules = rules;
        this.text = text;
    }

    private boolean hasAddresses() {
        return text.contains("://") || text.contains("www.") || text.indexOf('@') >= 0;
    }

    NodeAttributes edit(Node document) {
        if (rules.emphasis() != Emphasis.COMMONMARK || rules.has(Feature.SIMPLE_STRIKES)) {
            EmphasisResolver.resolve(document);
        }
        if (rules.has(Feature.ATTRIBUTE_LISTS) && (text.contains("{:") || text.contains("\n^"))) {
            new AttributeEditor(attributes).edit(document);
        }
        if (rules.has(Feature.BRACE_ATTRIBUTES) && text.indexOf('{') >= 0) {
            new BraceAttributes(attributes, rules.has(Feature.ATTRIBUTE_LISTS)).edit(document);
        }
        if (rules.has(Feature.CODE_SHEBANGS)) {
            CodeShebangs.take(document);
        }
        if (rules.has(Feature.TABLE_RULES) && text.indexOf('|') >= 0) {
            TableRuleRemover.remove(document);
        }
        if (rules.has(Feature.TABLE_OF_CONTENTS)) {
            TocRemover.remove(document);
        }
        if (rules.has(Feature.DEFINITION_LISTS) && text.indexOf(':') >= 0) {
            DefinitionLists.make(document);
        }
        if (rules.has(Feature.CALLOUTS) && text.contains("[!")) {
            QuoteCallouts.make(document);
        }
        if (rules.has(Feature.WIKI_LINKS) && text.contains("[[")) {
            WikiLink.find(document);
        }
        if (rules.has(Feature.EMOJI) && text.indexOf(':') >= 0) {
            EmojiReplacer.replace(document);
        }
        document.accept(new HeadingIdAssigner(rules.headingIds(), rules.has(Feature.HEADING_ATTRIBUTES), attributes));
        if (rules.has(Feature.WEB_LINKS) && hasAddresses()) {
            new WebAddresses(
                            !rules.has(Feature.NO_WWW_LINKS),
                            rules.has(Feature.MAIL_LINKS),
                            rules.typography() != Typography.REMARK)
                    .link(document);
        }
        if (rules.has(Feature.ABBREVIATIONS) && text.contains("*[")) {
            Abbreviations.mark(document);
        }
        if (rules.has(Feature.JOINED_LINES)) {
            LineJoiner.join(document);
        }
        rules.typography().set(document, text);
        Literal.makeTexts(document);
        return attributes;
    }
}
