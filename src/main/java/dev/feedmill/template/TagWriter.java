package dev.feedmill.template;

import dev.feedmill.template.TemplateContext.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what tags stand for as HTML, and says what of them could not be shown. */
final class TagWriter {
    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("keyboard", "kbd"),
            Map.entry("kbd", "kbd"),
            Map.entry("mark", "mark"),
            Map.entry("highlight-text", "mark"),
            Map.entry("del", "del"),
            Map.entry("s", "del"),
            Map.entry("sub", "sub"),
            Map.entry("sup", "sup"),
            Map.entry("u", "u"),
            Map.entry("underline", "u"),
            Map.entry("em", "em"),
            Map.entry("i", "em"),
            Map.entry("emp", "strong"),
            Map.entry("strong", "strong"),
            Map.entry("b", "strong"),
            Map.entry("small", "small"));

    /** Words that say how a box looks. */
    private static final Set<String> LOOKS = Set.of("""
            default primary success info warning danger error tip note important caution hint attention question example bug
            no-icon simple modern flat disabled open close closed true false left right center blue red green cyan pink
            orange purple yellow gray grey black white light dark quote abstract summary todo failure check done radio
            warn tldr seealso block inline""".split("\\s+", -1));

    /** What stands before the name of a picture sign. */
    private static final Set<String> ICONS = Set.of("fa", "fas", "far", "fab", "fal", "fad", "iconfont");

    private final TemplateRules rules;
    private final Scope scope;
    private final PictureTag pictures;
    private final LinkTag links;
    private final IncludeTag includes;

    TagWriter(TemplateRules rules, Scope scope) {
        this.rules = rules;
        this.scope = scope;
        this.pictures = new PictureTag(scope);
        this.links = new LinkTag(scope);
        this.includes = new IncludeTag(rules, scope, this);
    }

    /** @param tag as it is written, for problems */
    Shown single(TemplateCall call, String tag) {
        TagKind kind = rules.tags().kind(call.name());
        if (kind == TagKind.INCLUDE) {
            return includes.shown(call, tag);
        }
        return single(kind, call.name(), arguments(call), tag);
    }

    Arguments arguments(TemplateCall call) {
        return Arguments.of(includes.filled(call.arguments()));
    }

    Shown single(@Nullable TagKind kind, String name, Arguments arguments, String tag) {
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
                summaryOf(name, arguments).isEmpty() ? Shown.NOTHING : strong(summaryOf(name, arguments));
            case INLINE -> Shown.inline(around(name, Filters.escaped(label(name, arguments)), arguments));
            case EMOJI -> Shown.inline(arguments.word(0) == null ? "" : ":" + arguments.word(0) + ":");
            case LINE_BREAK -> Shown.inline("<br>");
            case RULE -> Shown.block("<hr>", "");
            case PARAMETER -> parameter(arguments, tag);
            case INCLUDE_CODE -> Shown.lost("'" + tag + "' names a file of code that is not read here; it is left out");
            case CODE, DIAGRAM, FORMULA -> arguments.all().isEmpty() ? Shown.NOTHING : UnknownTag.shown(arguments, tag);
            case IF, UNLESS, CASE, LOOP, CAPTURE -> Shown.lost("'" + tag + "' must be closed; it is left out");
            case RAW, REMARK, BRANCH, ASSIGN, SILENT, TABS, INCLUDE -> Shown.NOTHING;
        };
    }

    /** What stands around what a tag encloses. */
    Enclosure enclosing(TemplateCall call, String tag) {
        TagKind kind = rules.tags().kind(call.name());
        Arguments arguments = arguments(call);
        if (kind == null) {
            return arguments.written().indexOf(' ') < 0 && arguments.written().indexOf('"') < 0
                    ? Enclosure.NOTHING
                    : Enclosure.NOTHING.with(
                            "'" + tag + "' is not known here; what it encloses is shown, its arguments are not");
        }
        return switch (kind) {
            case QUOTE -> QuoteTag.of(arguments);
            case PLAIN_QUOTE -> Enclosure.block("<blockquote>", "</blockquote>");
            case NOTE -> {
                String title = title(arguments);
                String head = title.isEmpty() ? "" : "<p><strong>" + Filters.escaped(title) + "</strong></p>";
                yield Enclosure.block("<blockquote>" + head, "</blockquote>");
            }
            case DETAILS -> {
                String summary = summaryOf(call.name(), arguments);
                String head = summary.isEmpty() ? "" : "<summary>" + Filters.escaped(summary) + "</summary>";
                yield Enclosure.block("<details>" + head, "</details>");
            }
            case TAB -> {
                String title = summaryOf(call.name(), arguments);
                yield title.isEmpty()
                        ? Enclosure.NOTHING
                        : Enclosure.block("<p><strong>" + Filters.escaped(title) + "</strong></p>", "");
            }
            case FIGURE, PICTURE -> {
                Shown picture = pictures.shown(call.name(), arguments);
                yield picture == null ? Enclosure.NOTHING : PictureTag.enclosing(picture);
            }
            case INLINE -> {
                String around = around(call.name(), "\0", arguments);
                int place = around.indexOf('\0');
                yield Enclosure.inline(around.substring(0, place), around.substring(place + 1));
            }
            case LINK, POST_LINK -> enclosingLink(arguments);
            default -> {
                Shown shown = single(kind, call.name(), arguments, tag);
                yield shown.html().isEmpty()
                        ? Enclosure.NOTHING
                        : Enclosure.inline(shown.inline() + " ", "").with(shown.problem());
            }
        };
    }

    private Enclosure enclosingLink(Arguments arguments) {
        String address = arguments.named("href", "url", "link", "to", "relref");
        address = address == null ? PlayerTag.address(arguments) : address;
        String word = arguments.word(0);
        address = address == null && word != null && LinkTag.isAddress(word) ? word : address;
        if (address == null) {
            return Enclosure.NOTHING;
        }
        String link = LinkTag.link(address, "\0");
        int place = link.indexOf('\0');
        return Enclosure.inline(link.substring(0, place), link.substring(place + 1));
    }

    private Shown link(Arguments arguments, String tag) {
        String html = links.words(arguments);
        if (html != null) {
            return Shown.inline(html);
        }
        // The same word leads to a file of the site in Jekyll.
        List<String> words = arguments.words();
        return words.size() == 1 && words.get(0).indexOf('.') > 0
                ? links.address(Target.FILE, arguments, tag)
                : UnknownTag.shown(arguments, tag);
    }

    private Shown siteLink(Arguments arguments, String tag) {
        String words = arguments.word(0);
        String path = arguments.word(1);
        return words == null || path == null
                ? UnknownTag.shown(arguments, tag)
                : Shown.inline(LinkTag.link(Filters.relative(path, scope), Filters.escaped(words)));
    }

    private Shown assetAddress(Arguments arguments, String tag) {
        Shown address = links.address(Target.ASSET, arguments, tag);
        String name = arguments.word(0);
        return address.problem() == null || name == null ? address : Shown.inline(name);
    }

    private Shown media(TagKind kind, Arguments arguments, String tag) {
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
        return Shown.inline("<" + element + " src=\"" + Filters.escaped(address) + "\"></" + element + ">");
    }

    /** A box without an end has its words among its arguments. */
    private static Shown words(Arguments arguments) {
        String named = arguments.named("content", "text", "body", "msg", "message");
        String words = named == null ? title(arguments) : named;
        return words.isEmpty() ? Shown.NOTHING : Shown.block("<blockquote>\n\n" + words + "\n\n</blockquote>", words);
    }

    private static Shown strong(String words) {
        String html = "<strong>" + Filters.escaped(words) + "</strong>";
        return Shown.block("<p>" + html + "</p>", html);
    }

    private static String title(Arguments arguments) {
        String named = arguments.named("title", "heading", "header", "summary", "label");
        if (named != null) {
            return named;
        }
        StringBuilder title = new StringBuilder();
        for (Arguments.Argument argument : arguments.all()) {
            String value = argument.value();
            boolean look = LOOKS.contains(value) || isIcon(argument.value());
            boolean flag = value.equals("true") || value.equals("false");
            if (argument.isWord() && !(look && title.isEmpty()) && !value.isBlank() && !flag) {
                title.append(title.isEmpty() ? "" : " ").append(value);
            }
        }
        return title.toString();
    }

    private static boolean isIcon(String word) {
        boolean name = word.length() < 40 && (word.startsWith("fa-") || word.startsWith("icon"));
        return name || ICONS.contains(word) || (word.startsWith("fa") && word.contains(" fa-"));
    }

    private static String summaryOf(String name, Arguments arguments) {
        String named = arguments.named("name");
        String title = title(arguments);
        if (name.startsWith("hide")) {
            int comma = title.indexOf(',');
            return comma < 0 ? title : title.substring(0, comma);
        }
        if (name.startsWith("tab") || name.endsWith("tab")) {
            int icon = title.indexOf('@');
            title = icon < 0 ? title : title.substring(0, icon).strip();
        }
        return named == null || !title.isEmpty() ? title : named;
    }

    private static String around(String name, String html, Arguments arguments) {
        String title = arguments.named("title");
        if (name.equals("abbr")) {
            String word = arguments.word(1);
            String meaning = title == null && word != null ? word : title;
            return meaning == null
                    ? "<abbr>" + html + "</abbr>"
                    : "<abbr title=\"" + Filters.escaped(meaning) + "\">" + html + "</abbr>";
        }
        String element = ELEMENTS.get(name);
        return element == null ? html : "<" + element + ">" + html + "</" + element + ">";
    }

    /** {@code class@words}, {@code look, words} or words with {@code color:red} behind them. */
    private static String label(String name, Arguments arguments) {
        String named = arguments.named("text", "content", "label", "title");
        if (named != null) {
            return named;
        }
        if (name.equals("abbr")) {
            String word = arguments.word(0);
            return word == null ? "" : word;
        }
        String written = String.join(
                " ",
                arguments.words().stream()
                        .filter(word -> !word.startsWith("color:"))
                        .toList());
        int at = written.indexOf('@');
        if (name.equals("label") && at >= 0) {
            return written.substring(at + 1);
        }
        String plain = arguments.written();
        int comma = plain.indexOf(',');
        boolean look = comma > 0 && (name.equals("span") || name.equals("p") || name.startsWith("hide"));
        return look
                ? (name.startsWith("hide") ? plain.substring(0, comma) : plain.substring(comma + 1)).strip()
                : written;
    }

    private Shown parameter(Arguments arguments, String tag) {
        String key = arguments.namedOrWord(0, "name", "key");
        TemplateValue value =
                key == null ? TemplateValue.UNKNOWN : scope.context().page(key);
        if (key != null && value.kind() != TemplateValue.Kind.TEXT && value.kind() != TemplateValue.Kind.LIST) {
            value = scope.context().site("params." + key);
        }
        return value.isKnown() && !value.text().isEmpty()
                ? Shown.inline(value.text())
                : Shown.lost("'" + tag + "' has no value here; it is left out");
    }

    private static @Nullable Shown inline(@Nullable String html) {
        return html == null ? null : Shown.inline(html);
    }

    private static Shown orUnknown(@Nullable Shown shown, Arguments arguments, String tag) {
        return shown == null ? UnknownTag.shown(arguments, tag) : shown;
    }
}
