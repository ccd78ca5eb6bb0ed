package dev.feedmill.reading.text;

import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.template.TemplateValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Values of a site's configuration and data files for template code: {@code data.people[0].name}. */
final class ConfigValues {
    private static final Pattern MEMBER = Pattern.compile("\\.(?:\\[(-?\\d{1,6})\\]|(first|last)(?=\\.|$))");
    private static final String GLOBAL = "global.";

    private final GeneratorSite site;
    private final String prefix;

    /**
     * Creates the values of a site.
     *
     * @param prefix of configuration names in template code
     */
    ConfigValues(GeneratorSite site, String prefix) {
        this.site = site;
        this.prefix = prefix;
    }

    /** Returns the value; unknown if the configuration has none. */
    TemplateValue value(String written) {
        String key = numbered(written);
        String text = site.value(key);
        if (text != null) {
            return TemplateValue.of(text);
        }
        int maps = site.countMappings(key);
        List<String> list = site.list(key);
        if (maps > 0) {
            String name = prefix + (key.startsWith(GLOBAL) ? key.substring(GLOBAL.length()) : key);
            return TemplateValue.maps(
                    IntStream.range(0, maps).mapToObj(i -> name + "." + i).toList());
        }
        int dot = key.lastIndexOf('.');
        List<String> above = dot < 0 ? List.of() : site.list(key.substring(0, dot));
        if (list.isEmpty() && !above.isEmpty() && key.substring(dot + 1).matches("\\d{1,6}")) {
            int at = Integer.parseInt(key.substring(dot + 1));
            return at < above.size() ? TemplateValue.of(above.get(at)) : TemplateValue.ABSENT;
        }
        return list.isEmpty() ? TemplateValue.UNKNOWN : TemplateValue.of(list);
    }

    /** Returns the key with a number for each member of a list. */
    private String numbered(String written) {
        String key = written;
        for (Matcher member = MEMBER.matcher(key); member.find(); member = MEMBER.matcher(key)) {
            String list = key.substring(0, member.start());
            int size = Math.max(site.countMappings(list), site.list(list).size());
            if (member.group(2) != null && size == 0) {
                return key;
            }
            int at = member.group(2) == null
                    ? Integer.parseInt(member.group(1))
                    : member.group(2).equals("first") ? 0 : size - 1;
            key = list + "." + (at < 0 ? size + at : at) + key.substring(member.end());
        }
        return key;
    }
}
