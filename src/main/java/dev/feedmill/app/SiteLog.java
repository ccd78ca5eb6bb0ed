package dev.feedmill.app;

import dev.feedmill.dialect.Sites;
import dev.feedmill.dialect.config.ConfigFault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;

/** Logs sites for the operator: what was found, configuration changes, and problems of configurations. */
public final class SiteLog {
    private static final Logger LOG = Logger.getLogger("dev.feedmill.start");

    private final Set<ConfigFault> logged = new HashSet<>();

    void found(Sites sites) {
        sites.all().forEach(site -> LOG.info(() -> "found " + site));
    }

    void changed(Sites now) {
        LOG.info("the configuration of a site has changed: articles are read by it from now on");
        found(now);
    }

    /** Logs all current problems; each only once while it lasts. */
    void faults(List<ConfigFault> now) {
        logged.retainAll(now);
        now.stream().filter(logged::add).forEach(fault -> LOG.warning(fault.toString()));
    }
}
