package io.cofound.moderation.queue;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.ContentReported;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A report may come before what it is about is judged: their keys differ. */
@ApplicationScoped
class ReportConsumer {

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final Reports reports;

    ReportConsumer(EventReceiver receiver, Inbox inbox, Reports reports) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.reports = reports;
    }

    @Incoming("reports")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(
                record,
                received -> received.event() instanceof ContentReported report
                        ? inbox.once("moderation.report", received, () -> reports.file(report))
                        : Uni.createFrom().voidItem());
    }
}
