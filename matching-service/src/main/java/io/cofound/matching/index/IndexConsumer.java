package io.cofound.matching.index;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.events.delivery.EventReceiver;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Feeds the index. Each instance reads every partition, since each has an index of its own. */
@ApplicationScoped
class IndexConsumer {

    private final EventReceiver receiver;
    private final MatchingIndex index;
    private final Indexer indexer;

    IndexConsumer(EventReceiver receiver, MatchingIndex index, Indexer indexer) {
        this.receiver = receiver;
        this.index = index;
        this.indexer = indexer;
    }

    @Incoming("index")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(
                        record, received -> index.onWriter(() -> indexer.apply(received.event(), received.time())))
                .chain(() -> index.onWriter(() -> {
                    index.advance(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
                    return null;
                }));
    }
}
