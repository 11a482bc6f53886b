package io.cofound.moderation.queue;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.ReportCause;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.community.Moderators;
import io.cofound.moderation.decision.Judged;
import io.smallrye.mutiny.Uni;

/** Asks people about decided texts. Every method joins the caller's transaction, which has the subject's turn. */
@ApplicationScoped
public class Cases {

    private final CaseRepository cases;
    private final Moderators moderators;

    Cases(CaseRepository cases, Moderators moderators) {
        this.cases = cases;
        this.moderators = moderators;
    }

    /** Opens a case of that kind; null where one is open. */
    public Uni<UUID> open(CaseKind kind, Judged judged) {
        return open(kind, judged, null);
    }

    /** Asks somebody who had no part in the ruling, and tells what the author says against it. */
    public Uni<UUID> openAppeal(Judged judged, String plea) {
        return open(CaseKind.APPEAL, judged, plea);
    }

    /** Makes samples and second reviews that wait more urgent, so that what harms comes first and they come, too. */
    public Uni<Void> ageSamples() {
        return cases.ageSamples();
    }

    Uni<ModerationCase> add(ModerationCase opened) {
        return cases.persist(opened);
    }

    /** @param reports how many joined the case, by cause */
    Uni<Void> weigh(ModerationCase weighed, Classification classification, Map<ReportCause, Long> reports) {
        Set<ReportCause> causes = reports.keySet();
        int count = reports.values().stream().mapToInt(Long::intValue).sum();
        return moderators
                .members(weighed.communityId)
                .invoke(members ->
                        weighed.weigh(Priority.of(weighed.kind, classification, causes, count, members), causes, count))
                .replaceWithVoid();
    }

    private Uni<UUID> open(CaseKind kind, Judged judged, String plea) {
        return cases.lockOpen(judged.decisionId(), kind).chain(there -> {
            if (there != null) {
                return Uni.createFrom().nullItem();
            }
            ModerationCase opened = new ModerationCase(kind, judged);
            opened.plead(plea);
            return add(opened)
                    .chain(() -> weigh(opened, judged.classification(), Map.of()))
                    .replaceWith(opened.id);
        });
    }
}
