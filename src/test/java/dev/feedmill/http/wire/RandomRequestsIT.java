package dev.feedmill.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;

/** Whatever bytes are sent, in whichever pieces, the answer is the same with the fast path and without. */
class RandomRequestsIT {
    private static final RawRequests REQUESTS = new RawRequests(WarmSite.PATHS);

    @SuppressWarnings("NullAway.Init") // by start
    private static WarmSite site;

    @BeforeContainer
    static void start() throws Exception {
        site = new WarmSite(Files.createTempDirectory("feedmill-requests"));
    }

    @AfterContainer
    static void stop() {
        site.close();
    }

    @Provide
    Arbitrary<String> withContent() {
        return REQUESTS.withContent().map(site::withTags);
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        Arbitrary<String> one = REQUESTS.any();
        Arbitrary<String> several = one.list().ofMinSize(2).ofMaxSize(3).map(requests -> String.join("", requests));
        Arbitrary<String> bytes =
                Arbitraries.frequencyOf(Tuple.of(4, one), Tuple.of(1, several)).map(site::withTags);
        Arbitrary<List<Double>> cuts = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(List.of())),
                Tuple.of(
                        1,
                        Arbitraries.doubles().between(0, 1).list().ofMinSize(1).ofMaxSize(3)));
        return Combinators.combine(bytes, cuts).as(RandomRequestsIT::cut);
    }

    private static List<String> cut(String bytes, List<Double> places) {
        TreeSet<Integer> ends = new TreeSet<>(List.of(bytes.length()));
        places.forEach(place -> ends.add((int) (place * bytes.length())));
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int end : ends) {
            pieces.add(bytes.substring(from, end));
            from = end;
        }
        return pieces;
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void the_answers_are_the_same(@ForAll("pieces") List<String> pieces) throws IOException {
        String[] sent = pieces.toArray(String[]::new);
        long before = site.ways().ready().answered();
        String answer = site.ways().byFastPath(sent);
        long taken = site.ways().ready().answered() - before;

        String expected = site.ways().byRoutes(sent);
        assertThat(answer).isEqualTo(expected);
        Statistics.label("answered by").collect(way(pieces, taken)).coverage(coverage -> {
            coverage.check("connection").percentage(percentage -> percentage > 10);
            coverage.check("handler").percentage(percentage -> percentage > 2);
            coverage.check("routes").percentage(percentage -> percentage > 10);
        });
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void the_first_answer_is_the_same_where_content_is_sent(@ForAll("withContent") String request) throws IOException {
        assertThat(site.ways().firstByFastPath(request)).isEqualTo(site.ways().firstByRoutes(request));
    }

    private static String way(List<String> pieces, long taken) {
        byte[] bytes = pieces.get(0).getBytes(StandardCharsets.ISO_8859_1);
        boolean isRead = pieces.size() == 1 && FastPathRequestParser.read(bytes, bytes.length, () -> null) != null;
        return taken == 0 ? "routes" : isRead ? "connection" : "handler";
    }
}
