package io.cofound.platform.persistence;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.MemberRegistered;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes what the tests publish; may be told to fail first. */
@ApplicationScoped
class Effects {

    static final String STUBBORN = "fails until it is told otherwise";

    private final Map<UUID, AtomicInteger> attempts = new ConcurrentHashMap<>();
    private final EventReceiver receiver;
    private final Inbox inbox;
    private final Accounts accounts;
    private volatile boolean mended;

    Effects(EventReceiver receiver, Inbox inbox, Accounts accounts) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.accounts = accounts;
    }

    @Incoming("members")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case MemberRegistered event -> inbox.once("persistence-it.deposit", received, () -> apply(event));
            default -> Uni.createFrom().voidItem();
        });
    }

    void mend() {
        mended = true;
    }

    int attempts(UUID id) {
        return attempts.getOrDefault(id, new AtomicInteger()).get();
    }

    /** The deposit comes first, so that a failure after it has something to roll back. */
    private Uni<Void> apply(MemberRegistered event) {
        int attempt = attempts.computeIfAbsent(event.memberId(), id -> new AtomicInteger())
                .incrementAndGet();
        return accounts.deposit(event.memberId()).invoke(() -> {
            boolean fails = event.displayName().equals(STUBBORN) ? !mended : attempt <= event.revision() - 1;
            if (fails) {
                throw new IllegalStateException("attempt " + attempt);
            }
        });
    }
}
