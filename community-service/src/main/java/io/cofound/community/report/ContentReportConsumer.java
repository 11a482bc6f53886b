package io.cofound.community.report;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.ContentReported;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ContentReportConsumer {

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final ReportNotifications notifications;

    ContentReportConsumer(EventReceiver receiver, Inbox inbox, ReportNotifications notifications) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.notifications = notifications;
    }

    @Incoming("content-reports")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(
                record,
                received -> received.event() instanceof ContentReported report
                        ? inbox.once("community.content-report", received, () -> notifications.reported(report))
                        : Uni.createFrom().voidItem());
    }
}
