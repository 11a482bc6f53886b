package io.cofound.community.churn;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.churn.BehaviourRepository.MemberBehaviour;
import io.cofound.community.churn.Churn.MemberRisk;
import io.smallrye.mutiny.Uni;

/** Says who may be about to be lost. Nothing of it is stored, so that a withdrawn consent counts at once. */
@ApplicationScoped
public class ChurnService {

    private static final int LISTED = 20;

    private final BehaviourRepository behaviours;
    private final ChurnModelRepository models;

    ChurnService(BehaviourRepository behaviours, ChurnModelRepository models) {
        this.behaviours = behaviours;
        this.models = models;
    }

    /** @param cut the first day that is looked forward to; joins the caller's session */
    public Uni<Churn> of(UUID communityId, LocalDate cut) {
        return models.latest()
                .map(learned -> learned.<ChurnModel>map(model -> model).orElseGet(PlainRules::new))
                .chain(model -> behaviours
                        .inCommunity(communityId, cut)
                        .map(members -> Churn.of(model, members.size(), atRisk(members, model))));
    }

    private static List<MemberRisk> atRisk(List<MemberBehaviour> members, ChurnModel model) {
        return members.stream()
                .map(member -> risk(member, model))
                .sorted(Comparator.comparingDouble(MemberRisk::risk).reversed().thenComparing(MemberRisk::memberId))
                .limit(LISTED)
                .toList();
    }

    private static MemberRisk risk(MemberBehaviour member, ChurnModel model) {
        Assessment assessment = model.assess(member.behaviour());
        return new MemberRisk(member.memberId(), assessment.risk(), assessment.reasons());
    }
}
