package io.cofound.moderation.queue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.Action;
import io.cofound.moderation.decision.DecisionFollower;
import io.cofound.moderation.decision.Judged;
import io.cofound.moderation.decision.Subject;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.partitioningBy;

/** Asks people about what the cascade holds, and no longer about what is gone. */
@ApplicationScoped
class CaseOpening implements DecisionFollower {

    private final CaseRepository cases;
    private final Cases opening;
    private final CaseFollowers followers;
    private final Reports reports;

    CaseOpening(CaseRepository cases, Cases opening, CaseFollowers followers, Reports reports) {
        this.cases = cases;
        this.opening = opening;
        this.followers = followers;
        this.reports = reports;
    }

    /** Reports outlive an edit: what they say of the older text has to be looked at in the newer one. */
    @Override
    public Uni<Void> decided(Judged judged) {
        Subject subject = judged.subject();
        boolean held = judged.classification().action() == Action.HOLD;
        return cases.lockOpenOf(subject.id(), subject.revision() - 1)
                .chain(replaced -> {
                    Map<Boolean, List<ModerationCase>> byReport =
                            replaced.stream().collect(partitioningBy(earlier -> earlier.kind == CaseKind.REPORT));
                    ModerationCase reported =
                            byReport.get(true).stream().findFirst().orElse(null);
                    return followers.withdraw(byReport.get(false)).chain(() -> reports.follow(judged, reported));
                })
                .chain(() -> held
                        ? opening.open(CaseKind.REVIEW, judged).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Void> removed(UUID subjectId, long revision) {
        return cases.lockOpenOf(subjectId, revision)
                .chain(followers::withdraw)
                .chain(() -> cases.flush())
                .chain(() -> cases.forgetWords(subjectId, revision));
    }
}
