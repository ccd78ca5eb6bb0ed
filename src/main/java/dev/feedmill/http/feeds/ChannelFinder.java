package dev.feedmill.http.feeds;

import dev.feedmill.address.Channel;
import dev.feedmill.library.Library;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Term;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what has its page and feeds at an address: a term, or a named selection. Thread-safe. */
public final class ChannelFinder {
    private final Library library;
    private final Map<String, NamedSelection> named;

    /** @param named selections that have feeds of their own */
    public ChannelFinder(Library library, List<NamedSelection> named) {
        this.library = library;
        this.named =
                named.stream().collect(Collectors.toUnmodifiableMap(one -> folded(one.channel()), Function.identity()));
    }

    /** The named selection at an address, in whatever case it is written; null if there is none. */
    @Nullable
    NamedSelection named(Channel address) {
        NamedSelection found = named.get(folded(address));
        return found != null && found.channel().prefix() == address.prefix() ? found : null;
    }

    private static String folded(Channel channel) {
        return String.join("/", channel.segments()).toLowerCase(Locale.ROOT);
    }

    /** The term at an address, or where it went. */
    public Resolution<Term> term(Channel address) {
        Term.Kind kind = Term.Kind.in(address.prefix());
        return kind == null ? new Resolution.Unknown<>() : library.terms().find(kind, address.segments());
    }
}
