package io.cofound.platform.persistence.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.platform.events.CloudEventHeaders;
import io.cofound.platform.events.EventProducer;
import io.quarkus.runtime.StartupEvent;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Carries the outbox to Kafka on a thread and a connection of its own. A row leaves the table only after the broker has
 * acknowledged it, so a crash repeats records, with the same ids, and loses none. One instance of a service relays; the
 * others stand by.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final DataSource dataSource;
    private final EventProducer producer;
    private final OutboxConfig config;
    private final String source;
    private volatile Thread thread;
    private volatile boolean stopping;

    OutboxRelay(
            DataSource dataSource,
            EventProducer producer,
            OutboxConfig config,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.dataSource = dataSource;
        this.producer = producer;
        this.config = config;
        this.source = "/" + application;
    }

    void start(@Observes StartupEvent event) {
        if (config.relay()) {
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        while (!stopping) {
            try (Connection connection = dataSource.getConnection()) {
                OutboxTable outbox = new OutboxTable(connection);
                if (outbox.tryLock()) {
                    try {
                        relay(outbox);
                    } finally {
                        outbox.unlock();
                    }
                } else {
                    pause(config.lookAfter());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | ExecutionException | RuntimeException | Error e) {
                // An Error, too: a service that takes changes and tells nobody is worse than one that tries again.
                if (!stopping) {
                    LOG.warnf("outbox relay stopped by %s, goes on in %s", e, config.pauseAfterFailure());
                    pause(config.pauseAfterFailure());
                }
            }
        }
    }

    private void relay(OutboxTable outbox) throws SQLException, InterruptedException, ExecutionException {
        outbox.listen();
        while (!stopping) {
            List<OutboxTable.Row> rows = outbox.head(config.batchSize());
            if (rows.isEmpty()) {
                outbox.awaitWakeUp(config.lookAfter());
            } else {
                send(rows);
                outbox.delete(rows);
            }
        }
    }

    /** All are sent before the first is awaited; the idempotent producer keeps their order over its own retries. */
    private void send(List<OutboxTable.Row> rows) throws InterruptedException, ExecutionException {
        List<Future<?>> acknowledgements = new ArrayList<>(rows.size());
        for (OutboxTable.Row row : rows) {
            acknowledgements.add(producer.send(record(row)));
        }
        for (Future<?> acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
    }

    private ProducerRecord<String, byte[]> record(OutboxTable.Row row) {
        byte[] value = row.payload() == null ? null : row.payload().getBytes(UTF_8);
        var headers = CloudEventHeaders.of(
                row.id(), row.type(), source, row.key(), row.time().toInstant(), row.traceParent());
        return new ProducerRecord<>(row.topic(), null, row.key(), value, headers);
    }

    private void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
