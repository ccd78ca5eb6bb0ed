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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The status page for the operator.
 *
 * @param verdict summary in one sentence
 * @param well whether the server needs no attention
 * @param figures names and values
 * @param downloads downloads of audio and video, most downloads first
 * @param machine names and values about the process
 */
public record StatusView(
        Head head,
        String verdict,
        boolean well,
        List<Figure> figures,
        List<Group> groups,
        List<Answers> answers,
        List<Figure> downloads,
        List<Figure> machine)
        implements View {
    /** Minutes in each chart. */
    public static final int MINUTES = 60;

    private static final int LISTED = 200;

    /** Most places listed for one message. */
    private static final int NAMED = 5;

    /** A name and a value, both in words. */
    public record Figure(String name, String value) {}

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
     * @param places the first places
     * @param more number of further places, in words; null for none
     */
    public record Said(List<Place> places, @Nullable String more, String message) {}

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
        long files = facts.folder().faults().stream()
                .map(StatusFacts.Fault::file)
                .distinct()
                .count();
        String verdict = !facts.ready()
                ? head.word("status.starting")
                : files == 0 ? head.word("status.well") : head.word("status.faults", files);
        return new StatusView(
                head,
                verdict,
                facts.ready() && files == 0,
                figures(head, facts),
                groups(head, facts),
                answers(head, facts),
                downloads(head, facts),
                machine(head, facts));
    }

    private static List<Figure> downloads(Head head, StatusFacts facts) {
        return facts.downloads().stream()
                .sorted(Comparator.comparingLong(StatusFacts.Downloads::total).reversed())
                .limit(LISTED)
                .map(some -> new Figure(some.path(), number(head, some.total())))
                .toList();
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

    private static List<Group> groups(Head head, StatusFacts facts) {
        Map<String, Map<String, List<StatusFacts.Fault>>> kinds = new LinkedHashMap<>();
        facts.folder()
                .faults()
                .forEach(fault -> kinds.computeIfAbsent(fault.kind(), kind -> new LinkedHashMap<>())
                        .computeIfAbsent(fault.message(), message -> new ArrayList<>())
                        .add(fault));
        List<Group> groups = new ArrayList<>();
        kinds.forEach((kind, messages) -> {
            int all = messages.values().stream().mapToInt(List::size).sum();
            int listed = messages.values().stream()
                    .limit(LISTED)
                    .mapToInt(List::size)
                    .sum();
            groups.add(new Group(
                    kind,
                    number(head, all),
                    messages.values().stream()
                            .limit(LISTED)
                            .map(faults -> said(head, faults))
                            .toList(),
                    all == listed ? null : head.word("further", all - listed)));
        });
        return groups;
    }

    private static Said said(Head head, List<StatusFacts.Fault> faults) {
        int more = Math.max(0, faults.size() - NAMED);
        return new Said(
                faults.stream()
                        .limit(NAMED)
                        .map(fault -> new Place(fault.file(), fault.line()))
                        .toList(),
                more == 0 ? null : head.word("further", more),
                faults.get(0).message());
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
        Duration up = process.uptime();
        figures.add(new Figure(
                head.word("status.uptime"),
                head.word("status.uptime.value", up.toDays(), up.toHoursPart(), up.toMinutesPart())));
        figures.add(new Figure(
                head.word("status.heap"), megabytes(process.heapUsed()) + " / " + megabytes(process.heapMax())));
        if (process.resident() >= 0) {
            figures.add(new Figure(head.word("status.resident"), megabytes(process.resident())));
        }
        figures.add(new Figure(
                head.word("status.cache"),
                head.word(
                        "status.cache.value",
                        facts.cache().documents(),
                        megabytes(facts.cache().bytes()))));
        figures.add(new Figure("Feedmill", process.version()));
        figures.add(new Figure("Java", process.java()));
        figures.add(new Figure(head.word("status.database"), process.database()));
        return figures;
    }

    private static String megabytes(long bytes) {
        return Math.round(bytes / 1e6) + " MB";
    }
}
