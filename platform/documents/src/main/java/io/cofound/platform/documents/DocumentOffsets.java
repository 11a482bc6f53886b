package io.cofound.platform.documents;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.cofound.platform.events.projection.StoredOffsets;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jboss.logging.Logger;

/**
 * How far one projection has read, kept beside the documents it wrote. A subclass names the projection and is the
 * {@code @Singleton @Identifier} bean that its channel asks for. While the store is away nothing is read: it is waited for.
 */
public abstract class DocumentOffsets extends StoredOffsets {

    private static final Logger LOG = Logger.getLogger(DocumentOffsets.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final String NEXT = "next";

    private final String projection;
    private final Documents documents;
    private volatile boolean stopping;

    /** @param projection unique among the projections of the service; another name is another, empty, projection */
    protected DocumentOffsets(String projection, Documents documents) {
        this.projection = projection;
        this.documents = documents;
    }

    /** To be called after what the record caused is written, for records that caused nothing too. */
    public Uni<Void> passed(ConsumerRecord<?, ?> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        return persistently(Uni.createFrom()
                .deferred(() -> documents
                        .offsets()
                        .updateOne(
                                Filters.eq(id(partition)),
                                Updates.set(NEXT, record.offset() + 1),
                                new UpdateOptions().upsert(true)))
                .replaceWithVoid());
    }

    @Override
    protected Map<TopicPartition, Long> next(Collection<TopicPartition> partitions) {
        List<String> ids = partitions.stream().map(this::id).toList();
        List<Document> stored = persistently(Uni.createFrom().deferred(() -> documents
                        .offsets()
                        .find(Filters.in("_id", ids))
                        .collect()
                        .asList()))
                .await()
                .indefinitely();
        Map<TopicPartition, Long> next = new HashMap<>();
        for (TopicPartition partition : partitions) {
            stored.stream()
                    .filter(offset -> offset.getString("_id").equals(id(partition)))
                    .forEach(offset -> next.put(partition, offset.getLong(NEXT)));
        }
        return next;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private <T> Uni<T> persistently(Uni<T> access) {
        return access.onFailure()
                .invoke(failure -> LOG.warnf("%s: document store failed (%s)", projection, failure.getClass()))
                .onFailure(failure -> !stopping)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private String id(TopicPartition partition) {
        return projection + "/" + partition;
    }
}
