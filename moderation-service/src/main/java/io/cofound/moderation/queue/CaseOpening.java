package io.cofound.moderation.queue;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.decision.DecisionFollower;
import io.cofound.moderation.decision.Judged;
import io.cofound.moderation.decision.Subject;
import io.smallrye.mutiny.Uni;

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

    /**
     * Reports outlive an edit: what they say of the older text has to be looked at in the newer one, once others see that.
     * Whatever else was asked about older texts is nobody's concern any more.
     */
    @Override
    public Uni<Void> decided(Judged judged) {
        Subject subject = judged.subject();
        long replaced = subject.revision() - 1;
        return cases.lockOpenOf(subject.id(), replaced)
                .map(open -> open.stream()
                        .filter(earlier -> earlier.kind != CaseKind.REPORT)
                        .toList())
                .chain(followers::withdraw)
                .chain(() -> cases.flush())
                .chain(() -> cases.forgetWords(subject.id(), replaced))
                .chain(() -> switch (judged.classification().action()) {
                    case PUBLISH -> reports.follow(judged);
                    case HOLD -> opening.open(CaseKind.REVIEW, judged).replaceWithVoid();
                    case REJECT -> reports.settle(judged);
                });
    }

    @Override
    public Uni<Void> removed(UUID subjectId, long revision) {
        return cases.lockOpenOf(subjectId, revision)
                .chain(followers::withdraw)
                .chain(() -> cases.flush())
                .chain(() -> cases.forgetWords(subjectId, revision));
    }

    @Override
    public Uni<Void> moved(UUID subjectId, UUID communityId) {
        return cases.move(subjectId, communityId);
    }
}
