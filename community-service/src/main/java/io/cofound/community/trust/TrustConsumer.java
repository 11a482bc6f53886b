package io.cofound.community.trust;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.meetup.RegistrationHonoured;
import io.cofound.contracts.meetup.RegistrationMissed;
import io.cofound.contracts.moderation.ReportOverturned;
import io.cofound.contracts.moderation.ReportUpheld;
import io.cofound.platform.events.Received;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class TrustConsumer {

    private static final String EFFECT = "community.trust";

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final TrustService trust;

    TrustConsumer(EventReceiver receiver, Inbox inbox, TrustService trust) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.trust = trust;
    }

    @Incoming("trust-signals")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case MemberRegistered e -> inbox.once(EFFECT, received, () -> trust.register(e));
            case PostPublished e ->
                inbox.once(EFFECT, received, () -> trust.note(e.authorId(), Signal.of(e, received.time())));
            case PostRejected e ->
                inbox.once(EFFECT, received, () -> trust.note(e.authorId(), Signal.of(e, received.time())));
            case RegistrationHonoured e -> inbox.once(EFFECT, received, () -> trust.note(e.memberId(), Signal.of(e)));
            case RegistrationMissed e -> inbox.once(EFFECT, received, () -> trust.note(e.memberId(), Signal.of(e)));
            case ReportUpheld e ->
                note(received, e.reporterId(), Signal.forReporter(e), e.authorId(), Signal.forAuthor(e));
            case ReportOverturned e ->
                note(received, e.reporterId(), Signal.forReporter(e), e.authorId(), Signal.forAuthor(e));
            default -> Uni.createFrom().voidItem();
        });
    }

    /** Two transactions, since two members locked in one could wait for each other. */
    private Uni<Void> note(Received received, UUID reporterId, Signal ofReporter, UUID authorId, Signal ofAuthor) {
        return inbox.once(EFFECT + "-reporter", received, () -> trust.note(reporterId, ofReporter))
                .chain(() -> inbox.once(EFFECT + "-author", received, () -> trust.note(authorId, ofAuthor)));
    }
}
