package dev.feedmill;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The parts of the manual page that follow from the program's own help texts, in mdoc(7). */
record ManPage(CommandLine program) {
    private static final int UNWRAPPED = 10_000;

    /** The page with both of its generated parts as they must be; all between stays. */
    String renewed(String page) {
        return replaced(replaced(page, "synopsis", synopsis()), "commands", commands());
    }

    private static String replaced(String page, String part, List<String> lines) {
        Matcher marked = Pattern.compile("(?ms)(^\\.\\\\\" " + part + ":.*?\n).*?(^\\.\\\\\" end$)")
                .matcher(page);
        if (!marked.find()) {
            throw new AssertionError("the page must mark where its " + part + " are");
        }
        return page.substring(0, marked.end(1)) + String.join("\n", lines) + "\n" + page.substring(marked.start(2));
    }

    private List<CommandLine> each() {
        return List.copyOf(program.getSubcommands().values());
    }

    private List<String> synopsis() {
        List<String> lines = new ArrayList<>();
        for (CommandLine command : each()) {
            CommandSpec spec = command.getCommandSpec();
            lines.add(".Nm");
            lines.add(spec.name().equals("serve") ? ".Op Cm serve" : ".Cm " + spec.name());
            lines.add(".Op Ar OPTION ...");
            for (PositionalParamSpec each : spec.positionalParameters()) {
                lines.add((each.arity().min() > 0 ? ".Ar " : ".Op Ar ") + each.paramLabel());
            }
        }
        return lines;
    }

    private List<String> commands() {
        Set<String> common = program.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .collect(Collectors.toSet());
        List<String> lines = new ArrayList<>(List.of(".Bl -tag -width Ds"));
        for (CommandLine command : each()) {
            CommandSpec spec = command.getCommandSpec();
            boolean serve = spec.name().equals("serve");
            lines.add(".It Cm " + spec.name());
            spec.usageMessage().width(UNWRAPPED);
            lines.addAll(text(new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF)).description()));
            List<OptionSpec> own = spec.options().stream()
                    .filter(option -> !option.hidden() && (serve || !common.contains(option.longestName())))
                    .toList();
            if (!own.isEmpty()) {
                lines.add(".Bl -tag -width Ds");
                own.forEach(option -> {
                    lines.add(".It " + option(option));
                    lines.addAll(text(String.join(" ", option.description())));
                });
                lines.add(".El");
            }
        }
        lines.add(".El");
        return lines;
    }

    private static String option(OptionSpec option) {
        String names = List.of(option.names()).stream()
                .map(name -> "Fl " + name.substring(1))
                .collect(Collectors.joining(" , "));
        return option.arity().max() > 0 ? names + " Ar " + option.paramLabel() : names;
    }

    /** A line for each sentence, none of which is taken for a request. */
    private static List<String> text(String words) {
        String escaped = words.replaceAll("\\s+", " ").strip().replace("\\", "\\e");
        return List.of(escaped.split("(?<=\\.) (?=[A-Z])")).stream()
                .map(line -> line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line)
                .toList();
    }
}
