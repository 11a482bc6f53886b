package io.cofound.moderation.queue;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.cofound.moderation.community.Reviewer;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Resolves many cases, each in a transaction and with a result of its own. */
@ApplicationScoped
class BulkResolutions {

    /** @param items 1 to 50 */
    record Request(@NotEmpty @Size(max = 50) List<@NotNull @Valid Item> items) {}

    /** @param revision the one that was read; may be left out */
    record Item(
            @NotNull UUID caseId,
            Long revision,
            @NotNull @Valid Resolution resolution) {}

    record Answer(List<Result> items) {}

    /**
     * @param status as the single resolution would have answered
     * @param problem what kept it from being resolved, as in problem+json; null if nothing did
     */
    record Result(UUID caseId, int status, CaseView resolved, Refusal problem) {}

    record Refusal(URI type, String title, String detail) {}

    private final Resolutions resolutions;

    BulkResolutions(Resolutions resolutions) {
        this.resolutions = resolutions;
    }

    /** In the order asked for. What one is refused for does not keep the others. */
    Uni<Answer> resolve(Reviewer reviewer, Request request) {
        return Multi.createFrom()
                .iterable(request.items())
                .onItem()
                .transformToUniAndConcatenate(item -> resolve(reviewer, item))
                .collect()
                .asList()
                .map(Answer::new);
    }

    private Uni<Result> resolve(Reviewer reviewer, Item item) {
        return Uni.createFrom()
                .deferred(() -> resolutions.resolve(item.caseId(), reviewer, item.revision(), item.resolution()))
                .map(view -> new Result(item.caseId(), 200, view, null))
                .onFailure(HttpProblem.class)
                .recoverWithItem(failure -> refused(item, (HttpProblem) failure));
    }

    private static Result refused(Item item, HttpProblem problem) {
        return new Result(
                item.caseId(),
                problem.getStatusCode(),
                null,
                new Refusal(problem.getType(), problem.getTitle(), problem.getDetail()));
    }
}
