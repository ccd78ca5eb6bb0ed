package dev.feedmill.config;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.setting.BadValueException;
import dev.feedmill.setting.Quoted;
import dev.feedmill.setting.Setting;
import dev.feedmill.setting.SettingValues;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import dev.feedmill.yaml.Sequence;
import dev.feedmill.yaml.YamlLimits;
import dev.feedmill.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Combines the sources of settings: command-line flags override the environment, which overrides the file, which
 * overrides the defaults.
 */
public final class SettingsReader {
    private static final String FEEDS = "feeds";
    private static final String NAMED = "named";

    private final List<Setting<?>> known = known();
    private final Map<String, Found> found = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    private final List<NamedSelection> named = new ArrayList<>();
    private final List<Settings.Category> categories = new ArrayList<>();

    private record Found(List<String> words, Location place) {}

    private SettingsReader() {}

    /** All settings. */
    static List<Setting<?>> known() {
        List<Setting<?>> all = new ArrayList<>();
        Settings.of(
                new SettingValues() {
                    @Override
                    public <T> T value(Setting<T> setting) {
                        all.add(setting);
                        return setting.byDefault();
                    }
                },
                List.of(),
                List.of());
        return List.copyOf(all);
    }

    /**
     * Reads the settings and collects all problems; problems of settings that could be read all the same are warnings.
     *
     * @param fileName name of the file in messages
     * @param fileText content of the settings file, null if there is none
     * @param environment of the process; only names that begin with {@code FEEDMILL_} count
     * @param flags values by the name of the setting
     * @param flagNames how each flag is written, for messages
     */
    public static Parsed<Settings> read(
            String fileName,
            @Nullable String fileText,
            Map<String, String> environment,
            Map<String, String> flags,
            Map<String, String> flagNames) {
        SettingsReader reader = new SettingsReader();
        if (fileText != null) {
            reader.file(fileName, fileText);
        }
        reader.environment(environment);
        flags.forEach((name, value) -> reader.found.put(
                name, new Found(reader.words(name, value), Location.of(flagNames.getOrDefault(name, name)))));
        return reader.settings();
    }

    private void file(String name, String text) {
        Parsed<Mapping> parsed = new YamlReader(YamlLimits.of(1 << 20)).read(name, 1, text);
        for (Problem problem : parsed.problems()) {
            problems.add(new Problem(problem.location(), Kind.SETTING, problem.message()));
        }
        if (parsed instanceof Parsed.Read<Mapping> read) {
            Set<String> sections = known.stream().map(Setting::section).collect(Collectors.toUnmodifiableSet());
            lists(name, read.value());
            for (String section : read.value().keys()) {
                Node node = read.value().get(section);
                int line = read.value().lineOf(section);
                if (isList(section, node)) {
                    continue;
                }
                if (!sections.contains(section)) {
                    unknown(new Location(name, line), section, candidates(node, sections));
                } else if (node instanceof Mapping fields) {
                    section(name, section, fields);
                } else if (!(node instanceof Scalar nothing && nothing.text().isEmpty())) {
                    add(new Location(name, line), "'" + section + "' must be a section with keys below it");
                }
            }
        }
    }

    /**
     * The list of named feeds may stand in place of the section for all feeds, since most operators need no setting of
     * that.
     */
    private void lists(String file, Mapping settings) {
        Node given = settings.get(FEEDS);
        Node feeds = given instanceof Mapping section ? section.get(NAMED) : given;
        if (feeds != null && !(given instanceof Scalar)) {
            named.addAll(Lists.feeds(file, feeds, problems));
        }
        Node categories = settings.get(Lists.CATEGORIES);
        if (categories != null) {
            this.categories.addAll(Lists.categories(file, categories, problems));
        }
    }

    private static boolean isList(String section, @Nullable Node node) {
        return section.equals(Lists.CATEGORIES) || (section.equals(FEEDS) && node instanceof Sequence);
    }

    /** Candidates for a suggestion: settings for a key with a value, sections for a key with a mapping. */
    private Set<String> candidates(@Nullable Node node, Set<String> sections) {
        return node instanceof Mapping
                        || (node instanceof Scalar text && text.text().isEmpty())
                ? sections
                : names();
    }

    private void section(String file, String section, Mapping fields) {
        for (String key : fields.keys()) {
            Location place = new Location(file, fields.lineOf(key));
            String name = section + "." + key;
            if (name.equals(Lists.FEEDS)) {
                continue;
            }
            Node value = fields.get(key);
            List<String> words = name.equals(OldAddressParser.NAME) ? OldAddressParser.words(value) : words(value);
            if (words == null) {
                add(place, "'" + name + "' must be a value or a list of values");
            } else if (isKnown(name)) {
                found.put(name, new Found(words, place));
            } else if (!isRetired(Retired.named(name), name, words, place)) {
                unknown(place, name, names());
            }
        }
    }

    private static @Nullable List<String> words(@Nullable Node node) {
        if (node instanceof Scalar text) {
            return List.of(text.text());
        }
        if (!(node instanceof Sequence items)) {
            return null;
        }
        List<String> words = new ArrayList<>();
        for (Node item : items.items()) {
            if (!(item instanceof Scalar text)) {
                return null;
            }
            words.add(text.text());
        }
        return words;
    }

    private void environment(Map<String, String> environment) {
        Map<String, Setting<?>> variables = new LinkedHashMap<>();
        known.forEach(setting -> variables.put(setting.variable(), setting));
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            Setting<?> setting = variables.get(variable.getKey());
            if (setting != null && !ServiceVariables.has(variable.getKey(), variable.getValue())) {
                List<String> words = setting.isList() ? listed(variable.getValue()) : List.of(variable.getValue());
                found.put(setting.name(), new Found(words, Location.of(variable.getKey())));
            } else if (variable.getKey().startsWith("FEEDMILL_")
                    && !ServiceVariables.has(variable.getKey(), variable.getValue())
                    && !isRetired(
                            Retired.ofVariable(variable.getKey()),
                            variable.getKey(),
                            List.of(variable.getValue()),
                            Location.of(variable.getKey()))) {
                unknown(Location.of(variable.getKey()), variable.getKey(), variables.keySet());
            }
        }
    }

    /** Whether a setting is retired; if so, its value goes to its successor, unless that is set too. */
    private boolean isRetired(@Nullable Retired retired, String written, List<String> words, Location place) {
        if (retired == null) {
            return false;
        }
        warnings.add(new Problem(place, Kind.SETTING, "'" + written + "' " + retired.fate()));
        if (retired.successor() != null) {
            found.putIfAbsent(retired.successor(), new Found(words, place));
        }
        return true;
    }

    private List<String> words(String name, String value) {
        boolean isList = known.stream().anyMatch(setting -> setting.name().equals(name) && setting.isList());
        return isList ? listed(value) : List.of(value);
    }

    /** A CSS selector may contain commas, so lists outside the file are split at semicolons and line ends. */
    private static List<String> listed(String value) {
        return value.isBlank()
                ? List.of()
                : Arrays.stream(value.split("[;\n]", -1))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private Parsed<Settings> settings() {
        Settings settings = Settings.of(
                new SettingValues() {
                    @Override
                    public <T> T value(Setting<T> setting) {
                        return read(setting);
                    }
                },
                named,
                categories);
        return problems.isEmpty() ? new Parsed.Read<>(settings, warnings) : new Parsed.Refused<>(inOrder());
    }

    /** Problems in order: the file's by line, then those of variables and flags as they were found. */
    private List<Problem> inOrder() {
        return problems.stream()
                .map(problem -> problem.shortened(Problem.USUAL_LENGTH))
                .sorted(Comparator.comparingInt(problem -> problem.location().line() == 0
                        ? Integer.MAX_VALUE
                        : problem.location().line()))
                .toList();
    }

    /** Reads a setting; after a problem, the default is used, so that all problems are found. */
    private <T> T read(Setting<T> setting) {
        Found given = found.get(setting.name());
        if (given != null) {
            try {
                List<String> words = given.words();
                boolean empty =
                        setting.isList() && words.size() == 1 && words.get(0).isBlank();
                return setting.reader().read(empty ? List.of() : words);
            } catch (BadValueException e) {
                add(
                        given.place(),
                        "'" + setting.name() + "' " + e.getMessage() + ", not "
                                + Quoted.of(String.join(", ", given.words())));
            }
        }
        return setting.byDefault();
    }

    private void unknown(Location place, String name, Set<String> candidates) {
        add(place, Quoted.of(name) + " is not a setting" + Nearest.suggestion(name, candidates));
    }

    private boolean isKnown(String name) {
        return names().contains(name);
    }

    private Set<String> names() {
        return known.stream().map(Setting::name).collect(Collectors.toUnmodifiableSet());
    }

    private void add(Location place, String message) {
        problems.add(new Problem(place, Kind.SETTING, message));
    }
}
