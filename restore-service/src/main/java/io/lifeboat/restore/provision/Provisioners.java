package io.lifeboat.restore.provision;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All kinds of provisioners. */
@Singleton
public class Provisioners {
    private final List<Provisioner> kinds;

    Provisioners(@All List<Provisioner> kinds) {
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(Provisioner::type)).toList();
    }

    public Optional<Provisioner> find(String type) {
        return kinds.stream().filter(kind -> kind.type().equals(type)).findFirst();
    }

    public List<String> types() {
        return kinds.stream().map(Provisioner::type).toList();
    }
}
