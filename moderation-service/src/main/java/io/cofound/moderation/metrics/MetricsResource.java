package io.cofound.moderation.metrics;

import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.identity.Role;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/moderation/metrics")
@Tag(name = "moderation")
class MetricsResource {

    private final MetricsService metrics;
    private final Caller caller;

    MetricsResource(MetricsService metrics, Caller caller) {
        this.metrics = metrics;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "How moderation does, for moderators and operators of the platform",
            description = "One member for each part: rungs, rules, flood, budget, and what other features add.")
    public Uni<Map<String, Object>> get() {
        if (!caller.has(Role.OPERATOR)) {
            caller.require(Role.MODERATOR);
        }
        return metrics.figures();
    }
}
