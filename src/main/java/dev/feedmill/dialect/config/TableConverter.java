package dev.feedmill.dialect.config;

import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import dev.feedmill.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Converts other data to fields: rows of a table, or a list that is a whole file. */
final class TableConverter {
    private TableConverter() {}

    /** Returns the rows after the header as mappings, in a list under a key. */
    static Mapping fields(String key, List<List<String>> rows) {
        List<Node> maps = new ArrayList<>();
        for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            Map<String, Node> map = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(row.size(), rows.get(0).size()); i++) {
                map.put(rows.get(0).get(i), new Scalar(row.get(i), 1));
            }
            maps.add(new Mapping(map, Map.of(), 1));
        }
        return entry(key, new Sequence(maps, 1));
    }

    static Mapping entry(String key, Node value) {
        return new Mapping(Map.of(key, value), Map.of(), 1);
    }
}
