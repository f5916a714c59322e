package io.lifeboat.notifier;

import io.lifeboat.events.id.Service;
import io.lifeboat.service.Role;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What this service is in the saga: it only claims its steps. */
@Singleton
public final class NotifierRole implements Role {

    @Override
    public Service service() {
        return Service.NOTIFIER;
    }

    @Produces
    @Singleton
    static InstantSource clock() {
        return InstantSource.system();
    }
}
