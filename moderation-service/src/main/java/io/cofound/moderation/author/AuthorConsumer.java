package io.cofound.moderation.author;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.contracts.community.MemberChanged;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.community.TrustChanged;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.cofound.platform.privacy.ErasedMembers;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the copies of consents, trust and preferred languages; those of an erased member do not come back. */
@ApplicationScoped
class AuthorConsumer {

    private static final String LANGUAGE = "moderation.language";

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final ErasedMembers erased;
    private final AuthorRepository authors;

    AuthorConsumer(EventReceiver receiver, Inbox inbox, ErasedMembers erased, AuthorRepository authors) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.erased = erased;
        this.authors = authors;
    }

    @Incoming("consents")
    Uni<Void> consumeConsents(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(
                record,
                received -> received.event() instanceof ConsentsChanged changed
                        ? inbox.once(
                                "moderation.consent",
                                received,
                                () -> keep(changed.memberId(), changed.changedAt(), () -> authors.keep(changed)))
                        : Uni.createFrom().voidItem());
    }

    @Incoming("trust")
    Uni<Void> consumeTrust(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(
                record,
                received -> received.event() instanceof TrustChanged changed
                        ? inbox.once(
                                "moderation.trust",
                                received,
                                () -> keep(changed.memberId(), changed.changedAt(), () -> authors.keep(changed)))
                        : Uni.createFrom().voidItem());
    }

    @Incoming("languages")
    Uni<Void> consumeLanguages(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case MemberRegistered e ->
                inbox.once(
                        LANGUAGE,
                        received,
                        () -> keepLanguage(e.memberId(), e.revision(), e.language(), e.registeredAt()));
            case MemberChanged e ->
                inbox.once(
                        LANGUAGE,
                        received,
                        () -> keepLanguage(e.memberId(), e.revision(), e.language(), e.changedAt()));
            default -> Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> keepLanguage(UUID memberId, long revision, String language, Instant at) {
        return keep(memberId, at, () -> authors.keepLanguage(memberId, revision, language, at));
    }

    private Uni<Void> keep(UUID memberId, Instant changedAt, Supplier<Uni<Void>> copy) {
        return erased.isErased(memberId, changedAt)
                .chain(gone -> gone ? Uni.createFrom().voidItem() : copy.get());
    }
}
