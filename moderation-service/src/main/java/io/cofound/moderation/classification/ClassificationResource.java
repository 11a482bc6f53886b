package io.cofound.moderation.classification;

import java.net.URI;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.cofound.moderation.classify.Classification;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.identity.Role;
import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

@Path("/moderation")
@Tag(name = "moderation")
class ClassificationResource {

    private final ClassificationService classifications;
    private final Caller caller;

    ClassificationResource(ClassificationService classifications, Caller caller) {
        this.classifications = classifications;
        this.caller = caller;
    }

    @POST
    @Path("/classifications")
    @Operation(
            summary = "Judge a text as a post's would be, and store nothing; for moderators",
            description = "As for an author of trust level 0. A language model is asked only if whoever calls this has"
                    + " consented to external processing (PUT /me/consents); otherwise a reason says that none was.")
    public Uni<Classification> classify(@NotNull @Valid ClassificationRequest request) {
        caller.require(Role.MODERATOR);
        return classifications.classify(caller.id(), request.text());
    }

    @ServerExceptionMapper
    Response overloaded(BulkheadException e) {
        return HttpProblem.builder()
                .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                .withType(URI.create(Problem.TYPE_PREFIX + "overloaded"))
                .withTitle("Overloaded")
                .withDetail("Too many texts at once. Try again in a moment.")
                .withHeader("Retry-After", "1")
                .build()
                .toResponse();
    }
}
