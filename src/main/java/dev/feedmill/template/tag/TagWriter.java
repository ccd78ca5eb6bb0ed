package dev.feedmill.template.tag;

import dev.feedmill.template.TagKind;
import dev.feedmill.template.TemplateCall;
import dev.feedmill.template.TemplateContext.Target;
import dev.feedmill.template.TemplateRules;
import dev.feedmill.template.TemplateValue;
import dev.feedmill.template.value.Filters;
import dev.feedmill.template.value.VariableScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes tags as HTML, and reports what could not be shown. */
public final class TagWriter {
    private final TemplateRules rules;
    private final VariableScope scope;
    private final PictureTag pictures;
    private final LinkTag links;
    private final IncludeTag includes;
    private final IncludeCodeTag codes;

    public TagWriter(TemplateRules rules, VariableScope scope) {
        this.rules = rules;
        this.scope = scope;
        this.pictures = new PictureTag(scope);
        this.links = new LinkTag(scope);
        this.includes = new IncludeTag(rules, scope, this);
        this.codes = new IncludeCodeTag(scope);
    }

    /**
     * Returns the output of a tag without content.
     *
     * @param tag as it is written, for problems
     */
    public TagOutput single(TemplateCall call, String tag) {
        TagKind kind = rules.tags().kind(call.name());
        if (kind == TagKind.INCLUDE) {
            return includes.shown(call, tag);
        }
        return single(kind, call.name(), arguments(call), tag);
    }

    public Arguments arguments(TemplateCall call) {
        return Arguments.of(includes.filled(call.arguments()));
    }

    public TagOutput single(@Nullable TagKind kind, String name, Arguments arguments, String tag) {
        if (kind == null) {
            return UnknownTag.shown(arguments, tag);
        }
        return switch (kind) {
            case FIGURE, PICTURE, GALLERY -> orUnknown(pictures.shown(name, arguments), arguments, tag);
            case PLAYER -> orUnknown(inline(PlayerTag.link(name, arguments)), arguments, tag);
            case FRAME -> orUnknown(inline(PlayerTag.frame(arguments)), arguments, tag);
            case AUDIO, VIDEO -> media(kind, arguments, tag);
            case LINK -> link(arguments, tag);
            case SITE_LINK -> siteLink(arguments, tag);
            case POST_LINK -> links.target(Target.POST, arguments, tag);
            case ASSET_LINK -> links.target(Target.ASSET, arguments, tag);
            case ASSET_ADDRESS -> assetAddress(arguments, tag);
            case POST_ADDRESS -> links.address(Target.POST, arguments, tag);
            case PAGE_ADDRESS -> links.address(Target.PAGE, arguments, tag);
            case FILE_ADDRESS -> links.address(Target.FILE, arguments, tag);
            case QUOTE, PLAIN_QUOTE, NOTE -> words(arguments);
            case DETAILS, TAB ->
                BoxTitle.ofPart(name, arguments).isEmpty()
                        ? TagOutput.NOTHING
                        : strong(BoxTitle.ofPart(name, arguments));
            case INLINE -> TagOutput.inline(InlineTag.html(name, arguments));
            case EMOJI -> TagOutput.inline(arguments.word(0) == null ? "" : ":" + arguments.word(0) + ":");
            case LINE_BREAK -> TagOutput.inline("<br>");
            case RULE -> TagOutput.block("<hr>", "");
            case PARAMETER -> parameter(arguments, tag);
            case INCLUDE_CODE -> codes.shown(arguments, tag);
            case CODE, DIAGRAM, FORMULA ->
                arguments.all().isEmpty() ? TagOutput.NOTHING : UnknownTag.shown(arguments, tag);
            case IF, UNLESS, CASE, LOOP, CAPTURE -> TagOutput.lost("'" + tag + "' must be closed; it is left out");
            case RAW, COMMENT, BRANCH, ASSIGN, COUNT, CYCLE, ECHO, LEAVE, SILENT, TABS, INCLUDE -> TagOutput.NOTHING;
        };
    }

    /** Returns the HTML around a tag's content. */
    public TagWrapper enclosing(TemplateCall call, String tag) {
        TagKind kind = rules.tags().kind(call.name());
        Arguments arguments = arguments(call);
        if (kind == null) {
            return arguments.written().indexOf(' ') < 0 && arguments.written().indexOf('"') < 0
                    ? TagWrapper.NOTHING
                    : TagWrapper.NOTHING.with(
                            "'" + tag + "' is not known here; what it encloses is shown, its arguments are not");
        }
        return switch (kind) {
            case QUOTE -> QuoteTag.of(arguments);
            case PLAIN_QUOTE -> TagWrapper.block("<blockquote markdown=\"1\">", "</blockquote>");
            case NOTE -> {
                String title = BoxTitle.ofNote(arguments);
                String head = title.isEmpty() ? "" : "<p><strong>" + Filters.escaped(title) + "</strong></p>";
                yield TagWrapper.block("<blockquote markdown=\"1\">" + head, "</blockquote>");
            }
            case DETAILS -> {
                String summary = BoxTitle.ofPart(call.name(), arguments);
                String head = summary.isEmpty() ? "" : "<summary>" + Filters.escaped(summary) + "</summary>";
                yield TagWrapper.block("<details markdown=\"1\">" + head, "</details>");
            }
            case TAB -> {
                String title = BoxTitle.ofPart(call.name(), arguments);
                yield title.isEmpty()
                        ? TagWrapper.NOTHING
                        : TagWrapper.block("<p><strong>" + Filters.escaped(title) + "</strong></p>", "");
            }
            case FIGURE, PICTURE -> {
                TagOutput picture = pictures.shown(call.name(), arguments);
                yield picture == null ? PictureTag.enclosing(arguments) : PictureTag.enclosing(picture);
            }
            case INLINE -> InlineTag.enclosing(call.name(), arguments);
            case LINK, POST_LINK -> enclosingLink(arguments);
            case GALLERY, RAW, SILENT, TABS -> TagWrapper.NOTHING;
            default -> {
                TagOutput shown = single(kind, call.name(), arguments, tag);
                yield shown.html().isEmpty()
                        ? TagWrapper.NOTHING
                        : TagWrapper.inline(shown.inline() + " ", "").with(shown.problem());
            }
        };
    }

    private TagWrapper enclosingLink(Arguments arguments) {
        String address = arguments.named("href", "url", "link", "to", "relref");
        address = address == null ? PlayerTag.address(arguments) : address;
        String word = arguments.word(0);
        address = address == null && word != null && LinkTag.isAddress(word) ? word : address;
        if (address == null) {
            return TagWrapper.NOTHING;
        }
        String link = LinkTag.link(address, "\0");
        int place = link.indexOf('\0');
        return TagWrapper.inline(link.substring(0, place), link.substring(place + 1));
    }

    private TagOutput link(Arguments arguments, String tag) {
        String html = links.words(arguments);
        if (html != null) {
            return TagOutput.inline(html);
        }
        // In Jekyll, the same tag links to a file of the site.
        List<String> words = arguments.words();
        return words.size() == 1 && words.get(0).indexOf('.') > 0
                ? links.address(Target.FILE, arguments, tag)
                : UnknownTag.shown(arguments, tag);
    }

    private TagOutput siteLink(Arguments arguments, String tag) {
        String words = arguments.word(0);
        String path = arguments.word(1);
        return words == null || path == null
                ? UnknownTag.shown(arguments, tag)
                : TagOutput.inline(LinkTag.link(Filters.relative(path, scope), Filters.escaped(words)));
    }

    private TagOutput assetAddress(Arguments arguments, String tag) {
        TagOutput address = links.address(Target.ASSET, arguments, tag);
        String name = arguments.word(0);
        return address.problem() == null || name == null ? address : TagOutput.inline(name);
    }

    private TagOutput media(TagKind kind, Arguments arguments, String tag) {
        String address = PlayerTag.address(arguments);
        for (String word : arguments.words()) {
            address = address == null && LinkTag.isAddress(word) ? word : address;
        }
        String file = arguments.named("src", "url", "file", "mp3", "mp4", "webm", "ogg");
        address = address == null ? file : address;
        if (address == null) {
            return single(null, "", arguments, tag);
        }
        String element = kind == TagKind.AUDIO ? "audio" : "video";
        return TagOutput.inline("<" + element + " src=\"" + Filters.escaped(address) + "\"></" + element + ">");
    }

    /** Returns the text of a box without an end tag, which is in its arguments. */
    private static TagOutput words(Arguments arguments) {
        String named = arguments.named("content", "text", "body", "msg", "message");
        String words = named == null ? BoxTitle.of(arguments) : named;
        return words.isEmpty()
                ? TagOutput.NOTHING
                : TagOutput.block("<blockquote markdown=\"1\">\n\n" + words + "\n\n</blockquote>", words);
    }

    private static TagOutput strong(String words) {
        String html = "<strong>" + Filters.escaped(words) + "</strong>";
        return TagOutput.block("<p>" + html + "</p>", html);
    }

    private TagOutput parameter(Arguments arguments, String tag) {
        String key = arguments.namedOrWord(0, "name", "key");
        TemplateValue value =
                key == null ? TemplateValue.UNKNOWN : scope.context().page(key);
        if (key != null && value.kind() != TemplateValue.Kind.TEXT && value.kind() != TemplateValue.Kind.LIST) {
            value = scope.context().site("params." + key);
        }
        return value.isKnown() && !value.text().isEmpty()
                ? TagOutput.inline(value.text())
                : TagOutput.lost("'" + tag + "' has no value here; it is left out");
    }

    private static @Nullable TagOutput inline(@Nullable String html) {
        return html == null ? null : TagOutput.inline(html);
    }

    private static TagOutput orUnknown(@Nullable TagOutput shown, Arguments arguments, String tag) {
        return shown == null ? UnknownTag.shown(arguments, tag) : shown;
    }
}
