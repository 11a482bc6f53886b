package io.cofound.platform.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.contracts.community.MemberChanged;
import io.cofound.platform.persistence.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** An aggregate as small as one can be: every deposit is a change with its event. */
@ApplicationScoped
class Accounts implements PanacheRepositoryBase<Account, UUID> {

    private final Outbox outbox;

    Accounts(Outbox outbox) {
        this.outbox = outbox;
    }

    @WithTransaction
    Uni<Void> open(UUID id) {
        return persist(new Account(id)).replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> deposit(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(account -> account.balance++)
                .call(account -> outbox.publish(changed(account)))
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> depositAndFail(UUID id) {
        return deposit(id).invoke(() -> {
            throw new IllegalStateException("after the event was written");
        });
    }

    @WithSession
    Uni<Long> balance(UUID id) {
        return findById(id).map(account -> account.balance);
    }

    /** Any event will do; this one carries the balance as its revision. */
    private static MemberChanged changed(Account account) {
        return new MemberChanged(
                account.id,
                account.balance,
                "n",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                "en",
                Instant.now());
    }
}
