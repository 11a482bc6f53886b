package io.cofound.platform.privacy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.idempotency.Idempotency;
import io.cofound.platform.persistence.inbox.Inbox;
import io.cofound.platform.persistence.outbox.Outbox;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Erases and acknowledges in one transaction, so that the ledger never says what is not so. */
@ApplicationScoped
class ErasureConsumer {

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final List<PersonalData> data;
    private final ErasedMembers erased;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final String service;

    ErasureConsumer(
            EventReceiver receiver,
            Inbox inbox,
            @All List<PersonalData> data,
            ErasedMembers erased,
            Idempotency idempotency,
            Outbox outbox,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.data = data;
        this.erased = erased;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.service = service;
    }

    @Incoming("erasures")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(
                record,
                received -> received.event() instanceof ErasureRequested request
                        ? inbox.once(service + ".erasure", received, () -> erase(request))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> erase(ErasureRequested request) {
        return erased.add(request.memberId(), request.requestedAt())
                .chain(() -> Multi.createFrom()
                        .iterable(data)
                        .onItem()
                        .transformToUniAndConcatenate(feature -> feature.erase(request))
                        .collect()
                        .last())
                .chain(() -> idempotency.forget(request.memberId()))
                .chain(() -> outbox.publish(new ErasureAcknowledged(
                        UuidCreator.getTimeOrderedEpoch(),
                        request.erasureId(),
                        request.memberId(),
                        service,
                        Instant.now().truncatedTo(ChronoUnit.MICROS))));
    }
}
