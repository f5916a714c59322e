package io.lifeboat.events.health;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.VantageId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A vantage is alive. Its votes count only while its beat is fresh and it does not abstain.
 *
 * @param abstains why its votes do not count now, absent if they do
 * @param leaving the vantage ends in an orderly way
 */
@EventName(value = "io.lifeboat.vantage.beat.v1", writers = Service.DETECTOR)
public record VantageBeat(
        VantageId vantage,
        ProcessId process,
        long beat,
        Duration period,
        @Nullable String abstains,
        boolean leaving) implements HealthEvent {
    public VantageBeat {
        Fields.present("vantage", vantage);
        Fields.present("process", process);
        Fields.bounded("period", period);
    }
}
