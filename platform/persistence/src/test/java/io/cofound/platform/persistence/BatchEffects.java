package io.cofound.platform.persistence;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityCreated;
import io.cofound.platform.events.Received;
import io.cofound.platform.events.delivery.EventReceiver;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes batches of communities. One named so can never be dealt with, whoever else is in its batch. */
@ApplicationScoped
class BatchEffects {

    static final String POISONOUS = "poisonous";

    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final EventReceiver receiver;
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private volatile int largestFailed;

    BatchEffects(EventReceiver receiver) {
        this.receiver = receiver;
    }

    @Incoming("community-batches")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return receiver.receiveAll(records, this::handle);
    }

    List<String> handled() {
        return handled;
    }

    /** Until then the first batch is in work, so that what comes after it gathers. */
    void release() {
        released.complete(null);
    }

    int largestFailed() {
        return largestFailed;
    }

    private Uni<Void> handle(List<Received> batch) {
        List<String> names = batch.stream()
                .map(received -> ((CommunityCreated) received.event()).name())
                .toList();
        if (names.contains(POISONOUS)) {
            largestFailed = Math.max(largestFailed, names.size());
            throw new IllegalStateException("a batch with a poisonous record");
        }
        handled.addAll(names);
        return Uni.createFrom().completionStage(released);
    }
}
