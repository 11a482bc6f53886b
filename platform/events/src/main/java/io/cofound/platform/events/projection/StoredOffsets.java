package io.cofound.platform.events.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes a projection read on from the offsets that lie beside the data it wrote. A store that lost its last writes
 * replays them and an empty one is built from the start of the topic when partitions are assigned: after a restart of
 * the service, not while it runs. A subclass is the {@code @Identifier} bean that the
 * channel names as {@code consumer-rebalance-listener.name}, on a channel with {@code commit-strategy=ignore}.
 */
public abstract class StoredOffsets implements KafkaConsumerRebalanceListener {

    /** The next offset to read of each partition; partitions never read are absent. Called off the event loop. */
    protected abstract Map<TopicPartition, Long> next(Collection<TopicPartition> partitions);

    @Override
    public final void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> next = next(partitions);
        partitions.forEach(partition -> {
            Long offset = next.get(partition);
            if (offset == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        });
    }
}
