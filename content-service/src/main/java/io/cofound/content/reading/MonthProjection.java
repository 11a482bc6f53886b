package io.cofound.content.reading;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.PostsRead;
import io.cofound.platform.events.delivery.EventReceiver;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes the months of reading after what this service told. */
@ApplicationScoped
class MonthProjection {

    private final EventReceiver receiver;
    private final MonthAlignment alignment;
    private final MonthOffsets offsets;

    MonthProjection(
            EventReceiver receiver, MonthAlignment alignment, @Identifier("reading-months") MonthOffsets offsets) {
        this.receiver = receiver;
        this.alignment = alignment;
        this.offsets = offsets;
    }

    @Incoming("reading-months")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(
                        record,
                        received -> received.event() instanceof PostsRead read
                                ? alignment.follow(read.reads())
                                : Uni.createFrom().voidItem())
                .chain(() -> offsets.passed(record));
    }
}
