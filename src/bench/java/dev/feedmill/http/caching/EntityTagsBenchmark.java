package dev.feedmill.http.caching;

import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@code If-None-Match} against the tag of a document. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EntityTagsBenchmark {
    private static final String CURRENT = "iv7CjXkQ0aB1mZ_5";

    private String current = CURRENT;
    private String one = "\"" + CURRENT + "-gz\"";
    private String lastOfTen = others(9) + ", " + one;
    private String veryLong = others(250);

    /** Tags of other documents, as long as ours. */
    private static String others(int count) {
        return IntStream.range(0, count)
                .mapToObj("W/\"other%017d-gz\""::formatted)
                .collect(Collectors.joining(", "));
    }

    /** What is fast must also be right. */
    @Setup
    public void check() {
        if (!one() || !lastOfTen() || noneOf250()) {
            throw new IllegalStateException("tags are not compared as they should");
        }
    }

    @Benchmark
    public boolean one() {
        return EntityTags.match(one, current);
    }

    @Benchmark
    public boolean lastOfTen() {
        return EntityTags.match(lastOfTen, current);
    }

    /** 250 tags in nearly 8 kB, and none of them is it. */
    @Benchmark
    public boolean noneOf250() {
        return EntityTags.match(veryLong, current);
    }
}
