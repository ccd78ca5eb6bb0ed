package dev.feedmill.pages;

import dev.feedmill.pages.part.BuilderForm;
import dev.feedmill.pages.part.Link;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.pages.part.Tree;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The page on which people put a feed together.
 *
 * @param words to look for
 * @param ages how old articles may be
 * @param contents how much of each is told
 * @param faults what cannot be used, in words
 * @param says what is in the feed, in words
 * @param address of the feed, its format as text
 * @param readers one-click links
 */
public record BuilderView(
        Head head,
        List<Group> groups,
        String words,
        boolean pictured,
        List<Choice> ages,
        List<Choice> contents,
        List<Choice> formats,
        List<String> faults,
        String says,
        Link address,
        List<Link> readers,
        List<Item> items) {
    static BuilderView of(SiteContext frame, BuilderForm wish, Map<Term.Kind, Tree> shelves) {
        Head head = Head.of(frame, "builder", frame.words().get("builder"), "", Term.EVERYTHING);
        List<Group> groups = new ArrayList<>();
        shelves.forEach((kind, tree) -> groups.add(Group.of(head, kind, tree, wish)));
        String url = frame.here().url(wish.address());
        return new BuilderView(
                head,
                groups,
                wish.given("q"),
                !wish.given("has").isEmpty(),
                choices(head, wish, "since", List.of("", "P7D", "P1M", "P1Y")),
                choices(head, wish, "content", List.of("", "summary", "none")),
                List.of(format("rss", "RSS", wish), format("atom", "Atom", wish), format("json", "JSON Feed", wish)),
                Stream.concat(
                                wish.unknown().stream().map(name -> head.word("builder.unknown", name)),
                                wish.faults().stream())
                        .toList(),
                wish.says().isEmpty() ? head.word("builder.everything") : head.word("builder.all", wish.says()),
                new Link(url, wish.addressFormat()),
                Subscription.readers(frame, url),
                wish.entries().stream().map(entry -> Item.of(head, entry)).toList());
    }

    /** Those with words for people, and before them what an address named besides. */
    private static List<Choice> choices(Head head, BuilderForm wish, String field, List<String> usual) {
        String given = wish.given(field);
        List<Choice> choices = new ArrayList<>();
        if (!usual.contains(given)) {
            choices.add(new Choice(given, given, "", true));
        }
        for (String value : usual) {
            String word = "builder." + field + (value.isEmpty() ? "" : "." + value.toLowerCase(Locale.ROOT));
            choices.add(new Choice(value, head.word(word), "", value.equals(given)));
        }
        return choices;
    }

    private static Choice format(String extension, String label, BuilderForm wish) {
        return new Choice(extension, label, "", extension.equals(wish.format()));
    }

    /**
     * Terms of one kind.
     *
     * @param name of the form's field
     * @param other what the field for names that are not listed is called
     * @param without what the field for those that are not wanted is called
     * @param excluded what stands there
     */
    public record Group(
            String name, String heading, String other, String without, String excluded, List<Choice> choices) {
        static Group of(Head head, Term.Kind kind, Tree tree, BuilderForm wish) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            return new Group(
                    name,
                    head.word(kind.folder()),
                    head.word("builder.other." + name),
                    head.word("builder.without." + name),
                    wish.given("not-" + name),
                    Choice.of(head, kind, tree, wish.chosen()));
        }
    }

    /**
     * One thing to tick.
     *
     * @param count of its articles; empty where it is not known
     */
    public record Choice(String value, String label, String count, boolean chosen) {
        /** Those of the tree, and before them those that were chosen and are not in it. */
        private static List<Choice> of(Head head, Term.Kind kind, Tree tree, Set<Term> chosen) {
            List<Choice> listed = tree.nodes().stream()
                    .flatMap(node -> Stream.concat(Stream.of(node), node.below().stream()))
                    .map(node -> of(
                            node.branch().term(),
                            Row.of(head, node).count(),
                            chosen.contains(node.branch().term())))
                    .toList();
            List<String> values = listed.stream().map(Choice::value).toList();
            List<Choice> all = new ArrayList<>(chosen.stream()
                    .filter(term -> term.kind() == kind)
                    .map(term -> of(term, "", true))
                    .filter(choice -> !values.contains(choice.value()))
                    .toList());
            all.addAll(listed);
            return all;
        }

        private static Choice of(Term term, String count, boolean chosen) {
            return new Choice(String.join("/", term.segments()), String.join(" › ", term.names()), count, chosen);
        }
    }
}
