package io.cofound.community.churn;

import java.time.Instant;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.cofound.community.churn.Churn.Basis;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.identity.Role;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/operations/churn-model/trainings")
@Tag(name = "operations")
class ChurnTrainingResource {

    /** @param basis RULES when there was too little to learn from or nothing was learned; the rest is null then */
    record Outcome(Basis basis, Double brier, Double baselineBrier, Integer trainedOn, Instant trainedAt) {

        static Outcome of(LearnedModel model) {
            return new Outcome(Basis.MODEL, model.brier(), model.baselineBrier(), model.snapshots(), model.trainedAt());
        }

        static Outcome nothing() {
            return new Outcome(Basis.RULES, null, null, null, null);
        }
    }

    private final ChurnTraining training;
    private final Caller caller;

    ChurnTrainingResource(ChurnTraining training, Caller caller) {
        this.training = training;
        this.caller = caller;
    }

    @POST
    @Blocking
    @Operation(summary = "Learn now who is about to be lost, rather than at night (operator)")
    public Outcome train() {
        caller.require(Role.OPERATOR);
        return training.train().map(Outcome::of).orElseGet(Outcome::nothing);
    }
}
