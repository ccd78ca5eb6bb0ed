package dev.feedmill;

import dev.feedmill.dialect.Sites;
import dev.feedmill.problem.Problem;
import java.util.List;
import java.util.logging.Logger;

/** The log of sites for the operator: what was found at the start, and how their configurations change. */
final class SiteLog {
    private static final Logger LOG = Logger.getLogger("dev.feedmill.start");

    private final Sites atStart;

    SiteLog(Sites atStart) {
        this.atStart = atStart;
    }

    void started() {
        found(atStart);
        atStart.files().consequences().forEach(problem -> LOG.warning(problem.toString()));
    }

    private static void found(Sites sites) {
        sites.all().forEach(site -> LOG.info(() -> "found " + site));
    }

    void changed(Sites now) {
        LOG.info("the configuration of a site has changed: articles are read by it from now on");
        found(now);
        if (!now.facts().equals(atStart.facts()) || !now.feedPaths().equals(atStart.feedPaths())) {
            LOG.warning(
                    "what it says of feeds as a whole (title, description, author, language, zone and address of the"
                            + " website, feeds of before) counts when the server is started again");
        }
    }

    void invalid(List<Problem> problems) {
        problems.forEach(problem -> LOG.warning(problem + "; what the sites said before counts until it is mended"));
    }
}
