package dev.feedmill.push.hub;

import dev.feedmill.library.delivery.Recipient;
import dev.feedmill.push.client.OutgoingClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Chunks that wait until a host takes more requests. So each is looked at once when it is due and once when there is room
 * for it, however long a host with many subscribers takes for the others. Not thread-safe.
 */
final class CrowdedHosts {
    private final OutgoingClient client;
    /** By hosts: requests by the numbers of chunks. */
    private final Map<String, Map<Long, Integer>> waiting = new LinkedHashMap<>();

    CrowdedHosts(OutgoingClient client) {
        this.client = client;
    }

    /** Those of some recipients whose hosts have room for all of theirs. */
    List<Recipient> welcome(List<Recipient> all) {
        Map<String, Long> requests = all.stream()
                .map(Recipient::host)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Set<String> hosts = new HashSet<>();
        requests.forEach((host, number) -> {
            if (client.hasRoom(host, number.intValue())) {
                hosts.add(host);
            }
        });
        return all.stream()
                .filter(recipient -> hosts.contains(recipient.host()))
                .toList();
    }

    /** Notes a chunk of which no recipient is welcome. */
    void add(long chunk, List<Recipient> recipients) {
        waiting.computeIfAbsent(recipients.get(0).host(), missing -> new LinkedHashMap<>())
                .put(chunk, recipients.size());
    }

    /** Takes the numbers of chunks for which there is room now, one for each host. */
    List<Long> take() {
        List<Long> taken = new ArrayList<>();
        waiting.forEach((host, chunks) -> {
            Map.Entry<Long, Integer> first = chunks.entrySet().iterator().next();
            if (client.hasRoom(host, first.getValue())) {
                taken.add(first.getKey());
            }
        });
        waiting.values().forEach(chunks -> chunks.keySet().removeAll(taken));
        waiting.values().removeIf(Map::isEmpty);
        return taken;
    }
}
