package io.lifeboat.service;

import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.load.ConfigLoader;
import io.lifeboat.workspaces.load.LoadResult;
import io.lifeboat.workspaces.load.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Gives the configuration to whoever injects it. It is read once: a changed file takes effect with a restart. */
@ApplicationScoped
public class Workspaces {
    private static final Logger LOG = Logger.getLogger(Workspaces.class);

    @Produces
    @Singleton
    LifeboatConfig config(ServiceSettings settings) {
        LoadResult result = ConfigLoader.load(settings.workspaces());
        if (result instanceof LoadResult.Loaded loaded && !loaded.warnings().isEmpty()) {
            LOG.warn(Problems.renderWarnings(loaded.warnings()));
        }
        return result.orThrow();
    }
}
