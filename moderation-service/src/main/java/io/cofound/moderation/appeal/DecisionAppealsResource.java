package io.cofound.moderation.appeal;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.cofound.moderation.community.Reviewer;
import io.cofound.platform.persistence.idempotency.Idempotency;
import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/moderation/decisions/{id}/appeals")
@Tag(name = "moderation")
class DecisionAppealsResource {

    /** What one idempotency key stands for. */
    private record NewAppeal(UUID decisionId, AppealDraft draft) {}

    private final AppealService appeals;
    private final Idempotency idempotency;
    private final Caller caller;

    DecisionAppealsResource(AppealService appeals, Idempotency idempotency, Caller caller) {
        this.appeals = appeals;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Say why a refusal is wrong; somebody who had no part in it decides (author)",
            description =
                    "Once for every ruling, within 14 days; the answer to an appeal is final. 409: already-appealed,"
                            + " appeal-too-late, appeal-is-final, nothing-to-appeal, not-decided-yet, text-is-gone.")
    public Uni<RestResponse<AppealView>> file(
            UUID id, @HeaderParam("Idempotency-Key") String key, @NotNull @Valid AppealDraft draft) {
        Reviewer author = Reviewer.of(caller);
        return idempotency
                .once(
                        author.id(),
                        key,
                        new NewAppeal(id, draft),
                        AppealView.class,
                        () -> appeals.file(id, author, draft))
                .map(view -> ResponseBuilder.<AppealView>created(URI.create("/api/v1/moderation/appeals/" + view.id()))
                        .entity(view)
                        .build());
    }
}
