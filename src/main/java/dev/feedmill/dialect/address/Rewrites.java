package dev.feedmill.dialect.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other paths of VitePress's pages (vitepress.dev/guide/routing#route-rewrites); the first that fits counts. */
public record Rewrites(List<Rule> rules) {
    /** A parameter, which fits one name, or with an asterisk or a plus several, or what its brackets say. */
    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)(\\([^()]*\\))?([*+]?)");

    record Rule(Pattern from, List<String> names, String to) {}

    public static Rewrites of(Map<String, String> written) {
        List<Rule> rules = new ArrayList<>();
        written.forEach((from, to) -> rules.add(rule(from, to)));
        return new Rewrites(List.copyOf(rules));
    }

    private static Rule rule(String from, String to) {
        StringBuilder regex = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(from);
        int at = 0;
        while (parameter.find()) {
            regex.append(Pattern.quote(from.substring(at, parameter.start())));
            boolean many = !parameter.group(3).isEmpty() || "(.*)".equals(parameter.group(2));
            regex.append(many ? "(.*)" : "([^/]+?)");
            names.add(parameter.group(1));
            at = parameter.end();
        }
        regex.append(Pattern.quote(from.substring(at)));
        return new Rule(Pattern.compile(regex.toString()), names, to);
    }

    /** Where the page of a file comes to be. */
    public String path(String file) {
        for (Rule rule : rules) {
            Matcher fits = rule.from().matcher(file);
            if (fits.matches()) {
                return filled(rule, fits);
            }
        }
        return file;
    }

    private static String filled(Rule rule, Matcher fits) {
        StringBuilder path = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(rule.to());
        while (parameter.find()) {
            int number = rule.names().indexOf(parameter.group(1));
            parameter.appendReplacement(
                    path, Matcher.quoteReplacement(number < 0 ? parameter.group() : fits.group(number + 1)));
        }
        return parameter.appendTail(path).toString();
    }
}
