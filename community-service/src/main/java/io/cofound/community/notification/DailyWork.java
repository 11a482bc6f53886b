package io.cofound.community.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** Looks every now and then whether the day's digests are due and what is old can go; both can be done at any time. */
@ApplicationScoped
class DailyWork {

    private static final Logger LOG = Logger.getLogger(DailyWork.class);

    /** After the start has settled. */
    private static final Duration FIRST = Duration.ofMinutes(1);

    private final DigestPreparation digests;
    private final Retention retention;
    private final NotificationConfig config;
    private final Vertx vertx;

    DailyWork(DigestPreparation digests, Retention retention, NotificationConfig config, Vertx vertx) {
        this.digests = digests;
        this.retention = retention;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent start) {
        vertx.setPeriodic(FIRST.toMillis(), config.lookEvery().toMillis(), timer -> look());
    }

    private void look() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        VertxContextSupport.subscribe(
                () -> digests.run(now).chain(() -> retention.run(now)).toMulti(),
                work -> work.with(
                        done -> {},
                        failure -> LOG.warnf(
                                "digests or retention failed (%s), tried again in %s",
                                failure.getClass().getName(), config.lookEvery())));
    }
}
