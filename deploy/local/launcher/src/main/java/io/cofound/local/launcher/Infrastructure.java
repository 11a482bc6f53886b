package io.cofound.local.launcher;

import java.nio.file.Path;

import io.cofound.local.infrastructure.DocumentStore;
import io.cofound.local.infrastructure.Kafka;
import io.cofound.local.infrastructure.Keycloak;
import io.cofound.local.infrastructure.Ports;
import io.cofound.local.infrastructure.Postgres;
import io.cofound.local.process.ProcessSpec;

/** The processes that the services need. Each is asked for before every start: that also prepares its data. */
final class Infrastructure {

    private final Home home;
    private final Postgres postgres;
    private final Kafka kafka;
    private final DocumentStore documents;
    private final Keycloak keycloak;

    Infrastructure(Home home, Ports ports) {
        this.home = home;
        this.postgres = new Postgres(home.data(), ports);
        this.kafka = new Kafka(home.data(), ports);
        this.documents = new DocumentStore(home.data(), ports);
        this.keycloak = new Keycloak(home.data(), ports);
    }

    ProcessSpec postgres() {
        return logged(postgres.spec());
    }

    ProcessSpec kafka() {
        return logged(kafka.spec());
    }

    ProcessSpec documents() {
        return logged(documents.spec());
    }

    ProcessSpec keycloak() {
        return logged(keycloak.spec());
    }

    /** All logs lie side by side, outside the data. */
    private ProcessSpec logged(ProcessSpec spec) {
        Path log = home.log(spec.name());
        return new ProcessSpec(
                spec.name(),
                spec.command(),
                spec.environment(),
                spec.workingDirectory(),
                spec.ports(),
                spec.readiness(),
                spec.startTimeout(),
                spec.stopTimeout(),
                log);
    }
}
