package io.cofound.community.appeal;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.AppealDecided;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class AppealConsumer {

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final AppealNotifications notifications;

    AppealConsumer(EventReceiver receiver, Inbox inbox, AppealNotifications notifications) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.notifications = notifications;
    }

    @Incoming("appeals")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(
                record,
                received -> received.event() instanceof AppealDecided appeal
                        ? inbox.once("community.appeal", received, () -> notifications.decided(appeal))
                        : Uni.createFrom().voidItem());
    }
}
