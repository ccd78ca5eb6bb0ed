package dev.feedmill.pages;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.pages.part.Chart;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.pages.part.StatusFacts;
import dev.feedmill.selection.Term;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The status page for the operator.
 *
 * @param verdict summary in one sentence
 * @param state how much attention the server needs
 * @param figures names and values
 * @param downloads downloads of audio and video, most downloads first
 * @param push names and values about the hub and events; none where both are off
 * @param machine names and values about the process
 */
public record StatusView(
        Head head,
        String verdict,
        State state,
        List<Figure> figures,
        List<Part> parts,
        List<Answers> answers,
        List<Figure> downloads,
        List<Figure> push,
        List<Figure> machine)
        implements View {
    /** Minutes in each chart. */
    public static final int MINUTES = 60;

    private static final int LISTED = 200;

    /** How much attention the server needs; the style sheet colours it by its name. */
    public enum State {
        WELL,
        WARN,
        BAD;

        /** The class in the style sheet. */
        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A name and a value, both in words. */
    public record Figure(String name, String value) {}

    /** Problems of files that are not served, or of those that are. */
    public record Part(State state, String title, List<Group> groups) {}

    /**
     * Problems of one kind.
     *
     * @param further number of problems that are not listed, in words; null for none
     */
    public record Group(
            String kind,
            String count,
            List<Said> faults,
            @Nullable String further) {}

    /**
     * A message with the places that it concerns.
     *
     * @param count number of places, in words
     * @param places the first places
     * @param more number of further places, in words; null for none
     */
    public record Said(
            String message,
            String count,
            List<Place> places,
            @Nullable String more) {
        /** Whether there is only one place, beside which the message stands. */
        public boolean isOnce() {
            return places.size() == 1;
        }
    }

    /** A file with a line number; 0 for the whole file. */
    public record Place(String file, int line) {}

    /** Responses of one status. */
    public record Answers(String name, String total, Chart chart) {}

    @Override
    public String template() {
        return "status.jte";
    }

    public static StatusView of(SiteContext site, StatusFacts facts) {
        Head head = Head.of(site, FixedAddress.STATUS.path(), site.words().get("status"), "", Term.EVERYTHING)
                .unlisted();
        long lost = files(facts, false);
        long served = files(facts, true);
        boolean settings = facts.folder().faults().stream().anyMatch(StatusFacts.Fault::isOfSettings);
        String verdict = !facts.ready()
                ? head.word("status.starting")
                : lost > 0
                        ? head.word("status.lost", lost)
                        : served > 0
                                ? head.word("status.faults", served)
                                : head.word(settings ? "status.settings" : "status.well");
        return new StatusView(
                head,
                verdict,
                lost > 0 ? State.BAD : !facts.ready() || served > 0 || settings ? State.WARN : State.WELL,
                figures(head, facts),
                parts(head, facts),
                answers(head, facts),
                downloads(head, facts),
                push(head, facts.push()),
                machine(head, facts));
    }

    /** The number of the folder's files with problems. */
    private static long files(StatusFacts facts, boolean served) {
        return facts.folder().faults().stream()
                .filter(fault -> fault.served() == served && !fault.isOfSettings())
                .map(StatusFacts.Fault::file)
                .distinct()
                .count();
    }

    private static List<Figure> downloads(Head head, StatusFacts facts) {
        return facts.downloads().stream()
                .sorted(Comparator.comparingLong(StatusFacts.Downloads::total).reversed())
                .limit(LISTED)
                .map(some -> new Figure(some.path(), number(head, some.total())))
                .toList();
    }

    private static List<Figure> push(Head head, StatusFacts.Push push) {
        List<Figure> figures = new ArrayList<>();
        if (push.streams() != null) {
            figures.add(figure(head, "streams", push.streams()));
        }
        StatusFacts.Hub hub = push.hub();
        if (hub != null) {
            figures.add(figure(head, "topics", hub.topics()));
            figures.add(figure(head, "subscriptions", hub.subscriptions()));
            figures.add(figure(head, "intents", hub.intents()));
            figures.add(figure(head, "deliveries", hub.deliveries()));
        }
        return figures;
    }

    private static List<Figure> figures(Head head, StatusFacts facts) {
        List<Figure> figures = new ArrayList<>();
        StatusFacts.Folder folder = facts.folder();
        figures.add(figure(head, "articles", facts.published().articles()));
        figures.add(figure(head, "feeds", facts.published().feeds()));
        figures.add(figure(head, "files", folder.files().all()));
        figures.add(figure(head, "hidden", folder.files().hidden()));
        figures.add(figure(head, "skipped", folder.files().skipped()));
        StatusFacts.Scan last = folder.lastScan();
        if (last != null) {
            figures.add(new Figure(
                    head.word("status.scan"),
                    head.word(
                            "status.scan.took",
                            head.site().moment(last.at()),
                            last.took().toMillis() / 1000.0)));
        }
        if (folder.scanning()) {
            figures.add(new Figure(head.word("status.now"), head.word("status.scanning")));
        }
        return figures;
    }

    private static Figure figure(Head head, String key, long value) {
        return new Figure(head.word("status." + key), number(head, value));
    }

    private static String number(Head head, long value) {
        return NumberFormat.getIntegerInstance(head.site().words().locale()).format(value);
    }

    /** What is not served comes first. */
    private static List<Part> parts(Head head, StatusFacts facts) {
        List<Part> parts = new ArrayList<>();
        for (boolean served : new boolean[] {false, true}) {
            List<StatusFacts.Fault> faults = facts.folder().faults().stream()
                    .filter(fault -> fault.served() == served)
                    .toList();
            if (!faults.isEmpty()) {
                String title = head.word(served ? "status.problems.served" : "status.problems.lost");
                parts.add(new Part(served ? State.WARN : State.BAD, title, groups(head, faults)));
            }
        }
        return parts;
    }

    private static List<Group> groups(Head head, List<StatusFacts.Fault> all) {
        Map<String, Map<String, List<StatusFacts.Fault>>> kinds = new LinkedHashMap<>();
        all.forEach(fault -> kinds.computeIfAbsent(fault.kind(), kind -> new LinkedHashMap<>())
                .computeIfAbsent(fault.message(), message -> new ArrayList<>())
                .add(fault));
        List<Group> groups = new ArrayList<>();
        kinds.forEach((kind, messages) -> {
            int number = messages.values().stream().mapToInt(List::size).sum();
            int listed = messages.values().stream()
                    .limit(LISTED)
                    .mapToInt(List::size)
                    .sum();
            groups.add(new Group(
                    head.word("status.kind." + kind),
                    number(head, number),
                    messages.values().stream()
                            .limit(LISTED)
                            .map(faults -> said(head, faults))
                            .toList(),
                    number == listed ? null : head.word("further", number - listed)));
        });
        return groups;
    }

    private static Said said(Head head, List<StatusFacts.Fault> faults) {
        int more = Math.max(0, faults.size() - LISTED);
        return new Said(
                faults.get(0).message(),
                head.word("status.places", faults.size()),
                faults.stream()
                        .limit(LISTED)
                        .map(fault -> new Place(fault.file(), fault.line()))
                        .toList(),
                more == 0 ? null : head.word("further", more));
    }

    private static List<Answers> answers(Head head, StatusFacts facts) {
        return facts.polls().stream()
                .map(polls -> {
                    long hour =
                            polls.minutes().stream().mapToLong(Long::longValue).sum();
                    String name = head.word("status.answer." + polls.status());
                    String label = head.word("status.chart", name, hour);
                    return new Answers(name, number(head, polls.total()), Chart.of(label, polls.minutes(), MINUTES));
                })
                .toList();
    }

    private static List<Figure> machine(Head head, StatusFacts facts) {
        StatusFacts.Program process = facts.program();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(head.word("status.uptime"), time(head, process.uptime())));
        figures.add(new Figure(head.word("status.heap"), size(process.heapUsed()) + " / " + size(process.heapMax())));
        if (process.resident() >= 0) {
            figures.add(new Figure(head.word("status.resident"), size(process.resident())));
        }
        figures.add(new Figure(
                head.word("status.cache"),
                head.word(
                        "status.cache.value",
                        facts.cache().documents(),
                        size(facts.cache().bytes()))));
        figures.add(new Figure("Feedmill", process.version()));
        figures.add(new Figure("Java", process.java()));
        figures.add(new Figure(head.word("status.database"), process.database()));
        facts.nodes().forEach(node -> figures.add(node(head, node)));
        return figures;
    }

    private static Figure node(Head head, StatusFacts.Node node) {
        String role = node.leads() ? "status.node.leads" : "status.node.follows";
        return new Figure(
                head.word("status.node", node.host(), node.address()),
                head.word(role, node.version(), head.site().moment(node.seen()), node.behind()));
    }

    /** A time by its two largest units. */
    private static String time(Head head, Duration time) {
        if (time.toDays() > 0) {
            return head.word("status.time.days", time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return head.word("status.time.hours", time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? head.word("status.time.minutes", time.toMinutes())
                : head.word("status.time.little");
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? Math.round(bytes / 1e3) + " kB" : Math.round(bytes / 1e6) + " MB";
    }
}
