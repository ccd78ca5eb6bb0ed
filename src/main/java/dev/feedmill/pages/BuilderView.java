package dev.feedmill.pages;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.address.Parameter;
import dev.feedmill.pages.part.BuilderForm;
import dev.feedmill.pages.part.Fault;
import dev.feedmill.pages.part.Link;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.pages.part.Tree;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The feed builder page.
 *
 * @param fields fields of its form
 */
public record BuilderView(Head head, Fields fields, Result result) implements View {
    /**
     * The fields of the form with their values.
     *
     * @param words words to search for
     * @param name name of the feed
     * @param pictured whether only articles with a picture are wanted
     * @param ages choices for the age of articles
     * @param contents choices for the content of entries
     * @param faults messages about values of these fields, by parameter
     */
    public record Fields(
            List<Group> groups,
            String words,
            String name,
            boolean pictured,
            List<Choice> ages,
            List<Choice> contents,
            List<Choice> formats,
            Map<Parameter, String> faults) {
        /** What is wrong with a field; empty for nothing. */
        public String fault(Parameter field) {
            return faults.getOrDefault(field, "");
        }
    }

    /**
     * The feed that the form makes.
     *
     * @param faults messages about input that is invalid together
     * @param says description of the feed
     * @param address link to the feed, with its format as text
     * @param readers one-click links to subscribe
     * @param count number of its articles, for people
     * @param articles the newest of its articles
     */
    public record Result(
            List<String> faults, String says, Link address, List<Link> readers, String count, ArticleList articles) {}

    @Override
    public String template() {
        return "builder.jte";
    }

    /**
     * Creates the view.
     *
     * @param shelves the terms with most articles of each kind, as choices
     * @param completed the terms with which fields for names are completed
     */
    public static BuilderView of(
            SiteContext site, BuilderForm form, Map<Term.Kind, Tree> shelves, Map<Term.Kind, Tree> completed) {
        Head head = Head.of(site, FixedAddress.BUILDER.path(), site.words().get("builder"), "", Term.EVERYTHING);
        return new BuilderView(head, fields(head, form, shelves, completed), result(head, form));
    }

    private static Fields fields(
            Head head, BuilderForm form, Map<Term.Kind, Tree> shelves, Map<Term.Kind, Tree> completed) {
        List<Group> groups = new ArrayList<>();
        shelves.forEach(
                (kind, tree) -> groups.add(Group.of(head, kind, tree, completed.getOrDefault(kind, tree), form)));
        Map<Parameter, String> faults = new EnumMap<>(Parameter.class);
        BuilderForm.FIELDS.forEach(field -> faults.put(field, faults(head, form, field)));
        return new Fields(
                groups,
                form.given(Parameter.WORDS),
                form.given(Parameter.NAME),
                !form.given(Parameter.HAS).isEmpty(),
                choices(head, form, Parameter.SINCE, List.of("", "P7D", "P1M", "P1Y")),
                choices(head, form, Parameter.CONTENT, List.of("", "summary", "none")),
                Arrays.stream(Format.values())
                        .map(format -> new Choice(format.extension(), format.label(), "", format == form.format()))
                        .toList(),
                faults);
    }

    private static Result result(Head head, BuilderForm form) {
        String url = head.site().server().url(form.address());
        return new Result(
                form.faults(null).stream()
                        .map(fault -> fault.said(head.site().words()))
                        .toList(),
                form.says().isEmpty() ? head.word("builder.everything") : form.says(),
                new Link(url, form.format().label()),
                Subscription.readers(head.site(), url),
                form.count().said(head.site().words()),
                ArticleList.of(
                        head,
                        head.word("builder.preview"),
                        form.entries(),
                        head.word("builder.nothing"),
                        "",
                        null,
                        null));
    }

    private static String faults(Head head, BuilderForm form, Parameter field) {
        return form.faults(field).stream()
                .map(fault -> fault.said(head.site().words()))
                .collect(Collectors.joining(" "));
    }

    /** The choices with labels; a value from the address that is not among them comes first. */
    private static List<Choice> choices(Head head, BuilderForm form, Parameter field, List<String> usual) {
        String given = form.given(field);
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

    /**
     * The choices for terms of one kind.
     *
     * @param name name of the form field
     * @param nameWithout name of the field for excluded names
     * @param other label of the field for names that are not listed
     * @param without label of the field for excluded names
     * @param typed value of the field for names that are not listed: one that is not known
     * @param excluded value of the field for excluded names
     * @param fault what is wrong with the names; empty for nothing
     * @param excludedFault what is wrong with the excluded names; empty for nothing
     * @param names names that complete both fields, with a label where people read another
     */
    public record Group(
            String name,
            String nameWithout,
            String heading,
            String other,
            String without,
            String typed,
            String excluded,
            String fault,
            String excludedFault,
            List<Choice> choices,
            List<Choice> names) {
        static Group of(Head head, Term.Kind kind, Tree tree, Tree completed, BuilderForm form) {
            Parameter with = Parameter.of(kind.prefix());
            String name = with.toString();
            Parameter without = Parameter.without(kind.prefix());
            return new Group(
                    name,
                    without.toString(),
                    head.word(kind.plural()),
                    head.word("builder.other." + name),
                    head.word("builder.without." + name),
                    form.faults(with).stream().map(Fault::value).findFirst().orElse(""),
                    form.given(without),
                    faults(head, form, with),
                    faults(head, form, without),
                    Choice.of(head, kind, tree, form.chosen()),
                    completions(head, tree, completed));
        }
    }

    /** The listed terms, and those with which fields are completed besides, each once. */
    private static List<Choice> completions(Head head, Tree tree, Tree completed) {
        return Stream.concat(
                        Choice.listed(head, tree, Set.of()).stream(), Choice.listed(head, completed, Set.of()).stream())
                .distinct()
                .toList();
    }

    /**
     * A checkbox or option.
     *
     * @param count number of articles; empty if unknown
     */
    public record Choice(String value, String label, String count, boolean chosen) {
        /** The terms of the tree, preceded by chosen terms that are not in it. */
        private static List<Choice> of(Head head, Term.Kind kind, Tree tree, Set<Term> chosen) {
            List<Choice> listed = listed(head, tree, chosen);
            List<String> values = listed.stream().map(Choice::value).toList();
            List<Choice> all = new ArrayList<>(chosen.stream()
                    .filter(term -> term.kind() == kind)
                    .map(term -> of(term, "", true))
                    .filter(choice -> !values.contains(choice.value()))
                    .toList());
            all.addAll(listed);
            return all;
        }

        private static List<Choice> listed(Head head, Tree tree, Set<Term> chosen) {
            return tree.nodes().stream()
                    .flatMap(node -> Stream.concat(Stream.of(node), node.below().stream()))
                    .map(node -> of(
                            node.branch().term(),
                            TermItem.of(head, node).count(),
                            chosen.contains(node.branch().term())))
                    .toList();
        }

        private static Choice of(Term term, String count, boolean chosen) {
            return new Choice(String.join("/", term.segments()), term.trail(), count, chosen);
        }
    }
}
