package io.cofound.community.consent;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.member.MemberService;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class ConsentService {

    private final ConsentRepository answers;
    private final MemberService members;
    private final Outbox outbox;
    private final String currentPolicy;

    ConsentService(
            ConsentRepository answers,
            MemberService members,
            Outbox outbox,
            @ConfigProperty(name = "cofound.privacy.policy-version") String currentPolicy) {
        this.answers = answers;
        this.members = members;
        this.outbox = outbox;
        this.currentPolicy = currentPolicy;
    }

    @WithSession
    Uni<ConsentsView> get(UUID memberId) {
        return answers.latest(memberId).map(this::view);
    }

    /** An answer that changes nothing leaves no trace in the history. */
    @WithTransaction
    Uni<ConsentsView> answer(Caller caller, ConsentChange change) {
        return members.provision(caller)
                // There may be no answer to lock yet, so two answers of one member queue at the member.
                .chain(() -> members.hold(caller.id()))
                .chain(() -> answers.latest(caller.id()))
                .chain(latest -> {
                    if (change.isEmpty()) {
                        return Uni.createFrom().item(latest);
                    }
                    ConsentAnswer answer = latest == null
                            ? ConsentAnswer.first(caller.id(), change, currentPolicy)
                            : latest.then(change, currentPolicy);
                    return latest != null && answer.saysTheSameAs(latest)
                            ? Uni.createFrom().item(latest)
                            : answers.persist(answer).call(() -> outbox.publish(answer.changed()));
                })
                .map(this::view);
    }

    @WithSession
    Uni<Page<ConsentAnswerView>> history(UUID memberId, PageRequest page) {
        return answers.history(memberId, page)
                .map(rows -> Page.of(rows, page, row -> new Cursor(row.answeredAt, row.id), ConsentAnswerView::of));
    }

    private ConsentsView view(ConsentAnswer latest) {
        return ConsentsView.of(latest, currentPolicy);
    }
}
