package io.cofound.community.activity;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.events.delivery.EventReceiver;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads, batch by batch, the topics that tell what members did. */
@ApplicationScoped
class ActivityConsumer {

    private final EventReceiver receiver;
    private final ActivityService activities;

    ActivityConsumer(EventReceiver receiver, ActivityService activities) {
        this.receiver = receiver;
        this.activities = activities;
    }

    @Incoming("activity-memberships")
    Uni<Void> memberships(ConsumerRecords<String, byte[]> records) {
        return receiver.receiveAll(records, activities::remember);
    }

    @Incoming("activity-posts")
    Uni<Void> posts(ConsumerRecords<String, byte[]> records) {
        return receiver.receiveAll(records, activities::remember);
    }

    @Incoming("activity-comments")
    Uni<Void> comments(ConsumerRecords<String, byte[]> records) {
        return receiver.receiveAll(records, activities::remember);
    }

    @Incoming("activity-registrations")
    Uni<Void> registrations(ConsumerRecords<String, byte[]> records) {
        return receiver.receiveAll(records, activities::remember);
    }
}
