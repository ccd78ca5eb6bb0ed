package dev.feedmill.library;

import dev.feedmill.article.Article;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Title and date of an article that stands in a file, for files that were renamed and edited at once.
 *
 * @param published seconds since the epoch; null where only a file's time said it
 */
record Likeness(Holding holding, String title, @Nullable Long published) {
    /** Articles that arrivals may be: public ones of their titles and dates, and those that lost their files. */
    static List<Likeness> of(Handle handle, Holdings holdings, Collection<Arrival> arrivals, Collection<Long> left) {
        List<Long> times = arrivals.stream()
                .map(Arrival::published)
                .filter(Objects::nonNull)
                .toList();
        List<String> titles =
                arrivals.stream().map(Arrival::title).filter(Objects::nonNull).toList();
        List<Long> numbers = new ArrayList<>(left);
        holdings.publishedAt(times, titles).forEach(holding -> numbers.add(holding.number()));
        List<Likeness> found = new ArrayList<>();
        for (List<Long> some : Chunks.of(numbers)) {
            handle.createQuery("SELECT number, title, published, published_from FROM article"
                            + " WHERE removed_at IS NULL AND number IN (<numbers>) ORDER BY path")
                    .bindList("numbers", some)
                    .map((row, context) -> new Line(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(4).equals(Article.DateOrigin.FILE_TIME.name()) ? null : row.getLong(3)))
                    .list()
                    .forEach(line -> line.likeness(holdings).ifPresent(found::add));
        }
        return found;
    }

    private record Line(long number, String title, @Nullable Long published) {
        Optional<Likeness> likeness(Holdings holdings) {
            return Optional.ofNullable(holdings.get(number)).map(holding -> new Likeness(holding, title, published));
        }
    }

    boolean isLike(Arrival arrival) {
        return title.equals(arrival.title()) && Objects.equals(published, arrival.published());
    }

    boolean hasText(Handle handle, Moment moment, Arrival arrival) {
        String text = moment.text().apply(arrival);
        return text != null
                && NearText.near(
                        text,
                        handle.createQuery("SELECT body FROM article WHERE number = ?")
                                .bind(0, holding.number())
                                .mapTo(String.class)
                                .one());
    }
}
