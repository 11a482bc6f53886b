package io.cofound.moderation.queue;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Tells every {@link CaseFollower}, one after the other. */
@ApplicationScoped
class CaseFollowers {

    private final List<CaseFollower> followers;

    CaseFollowers(@All List<CaseFollower> followers) {
        this.followers = followers;
    }

    Uni<Void> tell(ResolvedCase resolved) {
        return each(follower -> follower.resolved(resolved));
    }

    /** Withdraws the cases and says so. */
    Uni<Void> withdraw(List<ModerationCase> cases) {
        cases.forEach(ModerationCase::withdraw);
        return Multi.createFrom()
                .iterable(cases)
                .onItem()
                .transformToUniAndConcatenate(withdrawn -> each(follower -> follower.withdrawn(withdrawn.id)))
                .collect()
                .last();
    }

    private Uni<Void> each(Function<CaseFollower, Uni<Void>> what) {
        return Multi.createFrom()
                .iterable(followers)
                .onItem()
                .transformToUniAndConcatenate(what::apply)
                .collect()
                .last();
    }
}
