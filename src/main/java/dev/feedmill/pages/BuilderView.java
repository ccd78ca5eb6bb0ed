package dev.feedmill.pages;

import dev.feedmill.article.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page on which people put a feed together.
 *
 * @param faults names that there are not, in words
 * @param says what is in the feed, in words
 * @param address of the feed, its format as text
 * @param readers one-click links
 */
public record BuilderView(
        Head head,
        List<Group> groups,
        List<Choice> formats,
        List<String> faults,
        String says,
        Link address,
        List<Link> readers,
        List<Item> items) {
    static BuilderView of(Frame frame, Wish wish, Map<Term.Kind, Tree> shelves) {
        Head head = Head.of(frame, "builder", frame.words().get("builder"), "", Term.EVERYTHING);
        Set<Term> chosen = new LinkedHashSet<>();
        wish.groups().forEach(chosen::addAll);
        List<Group> groups = new ArrayList<>();
        shelves.forEach((kind, tree) -> groups.add(Group.of(head, kind, tree, chosen)));
        String url = frame.here().url(wish.address());
        return new BuilderView(
                head,
                groups,
                List.of(format("rss", "RSS", wish), format("atom", "Atom", wish), format("json", "JSON Feed", wish)),
                wish.unknown().stream()
                        .map(name -> head.word("builder.unknown", name))
                        .toList(),
                says(head, wish),
                new Link(url, wish.addressFormat()),
                Subscription.readers(frame, url),
                wish.entries().stream().map(entry -> Item.of(head, entry)).toList());
    }

    private static Choice format(String extension, String label, Wish wish) {
        return new Choice(extension, label, "", extension.equals(wish.format()));
    }

    private static String says(Head head, Wish wish) {
        if (wish.groups().isEmpty()) {
            return head.word("builder.everything");
        }
        String names = wish.groups().stream()
                .map(group -> group.stream()
                        .map(term -> String.join(" › ", term.names()))
                        .collect(Collectors.joining(" / ")))
                .collect(Collectors.joining(" + "));
        boolean one = wish.groups().size() == 1 && wish.groups().get(0).size() == 1;
        return head.word(one ? "builder.one" : "builder.all", names);
    }

    /**
     * Terms of one kind.
     *
     * @param name of the form's field
     * @param other what the field for names that are not listed is called
     */
    public record Group(String name, String heading, String other, List<Choice> choices) {
        static Group of(Head head, Term.Kind kind, Tree tree, Set<Term> chosen) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            return new Group(
                    name,
                    head.word(kind.folder()),
                    head.word("builder.other." + name),
                    Choice.of(head, kind, tree, chosen));
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
