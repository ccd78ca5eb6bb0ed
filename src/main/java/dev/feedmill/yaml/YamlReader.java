package dev.feedmill.yaml;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Reads one YAML mapping as text, without ever making an object of it: types are the business of who asks for a key.
 * Threads may share it.
 */
public final class YamlReader {
    private final YamlLimits limits;

    public YamlReader(YamlLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads the text of one mapping.
     *
     * @param firstLine line of the file in which the text begins, counted from 1
     */
    public Parsed<Fields> read(String file, int firstLine, String text) {
        try {
            org.yaml.snakeyaml.nodes.Node root = yaml().compose(new StringReader(printable(text)));
            if (root == null) {
                return new Parsed.Read<>(Fields.empty(firstLine), List.of());
            }
            if (!(root instanceof MappingNode mapping)) {
                return refused(file, firstLine, Kind.FRONT_MATTER, "the text must be a mapping of keys to values");
            }
            NodeReader reader = new NodeReader(file, firstLine, limits);
            return new Parsed.Read<>(reader.fields(mapping), reader.problems());
        } catch (NodeReader.TooMuchException e) {
            return refused(file, firstLine, Kind.LIMIT, String.valueOf(e.getMessage()));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null
                    ? firstLine
                    : firstLine + e.getProblemMark().getLine();
            return refused(file, line, Kind.FRONT_MATTER, "not valid YAML: " + oneLine(e.getProblem()));
        } catch (YAMLException e) {
            return refused(
                    file, firstLine, Kind.LIMIT, "not readable as YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
    }

    private Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(limits.codePoints() + 1);
        options.setMaxAliasesForCollections(limits.aliases());
        options.setNestingDepthLimit(limits.depth());
        options.setAllowRecursiveKeys(false);
        return new Yaml(
                new SafeConstructor(options), new Representer(new DumperOptions()), new DumperOptions(), options);
    }

    /** SnakeYAML gives a whole file up for one character that YAML 1.1 section 5.1 does not allow. */
    private static String printable(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean allowed = org.yaml.snakeyaml.reader.StreamReader.isPrintable(c);
            if (!allowed && out == null) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (out != null) {
                out.appendCodePoint(allowed ? c : ' ');
            }
            i += Character.charCount(c);
        }
        return out == null ? text : out.toString();
    }

    private static Parsed<Fields> refused(String file, int line, Kind kind, String message) {
        return new Parsed.Refused<>(List.of(new Problem(new Location(file, line), kind, message)));
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "unknown fault" : message.strip().replaceAll("\\s+", " ");
    }
}
