package dev.feedmill.app;

import dev.feedmill.article.CategoryRule;
import dev.feedmill.article.Podcast;
import dev.feedmill.config.Settings;
import dev.feedmill.http.SelectedEntries;
import dev.feedmill.http.message.UnusableSelectionException;
import dev.feedmill.library.Library;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.podcast.CheckedPodcast;
import dev.feedmill.podcast.ShowCheck;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.NamedSelection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The podcasts that the settings define for categories and named feeds. */
public final class Podcasts {
    /** Maximum number of newest episodes to check. */
    private static final int MAX_EPISODES = 2000;

    private final Settings settings;

    Podcasts(Settings settings) {
        this.settings = settings;
    }

    /** Messages about artwork missing from the folder, one sentence each; artwork added later is still served. */
    List<String> missingArtwork(MediaFolder folder) {
        return settings.serving().artwork().stream()
                .sorted()
                .filter(path -> folder.stamp(path).isEmpty())
                .map(path -> (path.equals(settings.own().logo()) ? "site.logo" : "podcast.artwork")
                        + ": there is no picture '" + path + "' in the articles folder")
                .toList();
    }

    /** Problems that podcast directories would report, of all podcasts; one of an episode in several of them once. */
    public List<Problem> problems(Library library, SelectedEntries selected, MediaFolder folder) {
        ShowCheck check = new ShowCheck(folder);
        try {
            return shows(library, selected).stream()
                    .flatMap(show -> check.problems(show).stream())
                    .distinct()
                    .toList();
        } catch (UnusableSelectionException e) {
            return List.of(new Problem(Location.of("feeds"), Problem.Kind.SETTING, String.valueOf(e.getMessage())));
        }
    }

    private List<CheckedPodcast> shows(Library library, SelectedEntries selected) {
        List<CheckedPodcast> shows = new ArrayList<>();
        for (Settings.Category category : settings.categories()) {
            CategoryRule rule = category.rule();
            List<String> names = rule.names();
            if (rule.podcast() != null) {
                shows.add(show(
                        library,
                        "categories: " + category.category(),
                        names.get(names.size() - 1),
                        rule.podcast(),
                        rule.description(),
                        selected.under(names, MAX_EPISODES)));
            }
        }
        for (NamedSelection feed : settings.named()) {
            if (feed.podcast() != null) {
                shows.add(show(
                        library,
                        "feeds: " + feed.name(),
                        feed.title(),
                        feed.podcast(),
                        feed.description(),
                        selected.named(feed.where(), MAX_EPISODES)));
            }
        }
        return shows;
    }

    private static CheckedPodcast show(
            Library library,
            String setting,
            String name,
            Podcast podcast,
            @Nullable String description,
            List<Entry> entries) {
        List<CheckedPodcast.Part> parts = entries.stream()
                .map(entry -> new CheckedPodcast.Part(library.articles().pathOf(entry), entry.article()))
                .toList();
        return new CheckedPodcast(setting, name, podcast, description, podcast.artworkFile(), parts);
    }
}
