package dev.feedmill.pages.article;

import dev.feedmill.html.PageBody;
import dev.feedmill.pages.part.Link;
import java.util.ArrayList;
import java.util.List;

/** A section of an article in its table of contents, with those right below it. */
public record Section(Link link, List<Link> below) {
    /** With fewer headings, one scroll shows them all. */
    private static final int LEAST = 4;

    /** Returns the sections of the two highest levels; empty if there are few. */
    static List<Section> of(List<PageBody.Heading> headings) {
        int top = headings.stream().mapToInt(PageBody.Heading::level).min().orElse(0);
        List<PageBody.Heading> shown =
                headings.stream().filter(heading -> heading.level() <= top + 1).toList();
        List<Section> sections = new ArrayList<>();
        for (PageBody.Heading heading : shown) {
            Link link = new Link("#" + heading.id(), heading.text());
            if (heading.level() == top || sections.isEmpty()) {
                sections.add(new Section(link, new ArrayList<>()));
            } else {
                sections.get(sections.size() - 1).below().add(link);
            }
        }
        return shown.size() < LEAST ? List.of() : sections;
    }
}
