package dev.feedmill.podcast;

import dev.feedmill.article.Podcast;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Checks podcasts for what directories miss or refuse. */
public final class ShowCheck {
    private static final int MAX_BYTES = 4000;
    private static final int MAX_TITLE_LENGTH = 255;

    private final ArtworkCheck artwork;
    private final EpisodeCheck episodes;

    /** @param folder articles folder, which may contain artwork */
    public ShowCheck(MediaFolder folder) {
        this.artwork = new ArtworkCheck(folder);
        this.episodes = new EpisodeCheck(folder.path());
    }

    /** All problems of a podcast. */
    public List<Problem> problems(CheckedPodcast show) {
        List<Problem> problems = new ArrayList<>();
        Podcast podcast = show.podcast();
        String said = podcast.words().description();
        String description = said == null ? show.description() : said;
        if (description == null) {
            add(problems, show, "'podcast.description' must say what the podcast is about");
        } else if (description.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            add(problems, show, "'podcast.description' must have at most " + MAX_BYTES + " bytes");
        }
        if (show.title().length() > MAX_TITLE_LENGTH) {
            add(problems, show, "'podcast.title' must have at most " + MAX_TITLE_LENGTH + " characters");
        }
        if (podcast.topics().isEmpty()) {
            add(problems, show, "'podcast.category' must name a category of Apple's list, such as 'Arts > Books'");
        }
        if (podcast.owner() == null) {
            add(problems, show, "'podcast.owner' must have an 'email', to which directories write");
        }
        for (String fault : artwork.faults(podcast.artwork(), show.artwork())) {
            add(problems, show, "'podcast.artwork' " + fault);
        }
        if (show.parts().isEmpty()) {
            add(problems, show, "the podcast must have an episode");
        }
        problems.addAll(episodes.problems(show));
        return problems;
    }

    private static void add(List<Problem> problems, CheckedPodcast show, String message) {
        problems.add(new Problem(Location.of(show.setting()), Kind.PODCAST, message));
    }
}
