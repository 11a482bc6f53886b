package io.cofound.moderation.budget;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.identity.Role;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/moderation/budget")
@Tag(name = "moderation")
class BudgetResource {

    private final BudgetService budgets;
    private final Caller caller;

    BudgetResource(BudgetService budgets, Caller caller) {
        this.budgets = budgets;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What language models may cost today and did, for operators")
    public Uni<BudgetView> get(@QueryParam("communityId") UUID communityId) {
        caller.require(Role.OPERATOR);
        return budgets.get(communityId);
    }

    @PUT
    @Operation(summary = "Set what language models may cost a day, for a community or for all (operators)")
    public Uni<BudgetView> limit(@NotNull @Valid BudgetDraft draft) {
        caller.require(Role.OPERATOR);
        return budgets.limit(caller.id(), draft);
    }
}
