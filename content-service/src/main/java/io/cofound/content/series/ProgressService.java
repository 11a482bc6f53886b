package io.cofound.content.series;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.post.Reader;
import io.cofound.platform.privacy.ErasedMembers;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

/** What a member is done with, for that member alone. */
@ApplicationScoped
class ProgressService {

    private final SeriesGate gate;
    private final SeriesReading reading;
    private final SeriesRepository all;
    private final PrerequisiteRepository prerequisites;
    private final ProgressRepository progress;
    private final ErasedMembers erased;

    ProgressService(
            SeriesGate gate,
            SeriesReading reading,
            SeriesRepository all,
            PrerequisiteRepository prerequisites,
            ProgressRepository progress,
            ErasedMembers erased) {
        this.gate = gate;
        this.reading = reading;
        this.all = all;
        this.prerequisites = prerequisites;
        this.progress = progress;
        this.erased = erased;
    }

    /**
     * Only what the member can see can be done.
     *
     * @param signedInAt so that an erasure that runs at this moment finds it, or it is refused
     */
    @WithTransaction
    Uni<ProgressView> mark(UUID id, UUID postId, Reader reader, Instant signedInAt) {
        return erased.isErased(reader.id(), signedInAt)
                .invoke(isErased -> {
                    if (isErased) {
                        throw Problem.gone("member-erased", "Your account here was erased.");
                    }
                })
                .chain(() -> gate.read(id, reader))
                .call(series -> reading.visibleSteps(Map.of(id, series.communityId))
                        .invoke(steps -> {
                            if (steps.get(id).stream()
                                    .noneMatch(step -> step.postId().equals(postId))) {
                                throw Problem.notFound("step");
                            }
                        })
                        .chain(() -> progress.mark(reader.id(), id, postId, Series.now())))
                .chain(series -> view(series, reader.id()));
    }

    @WithTransaction
    Uni<ProgressView> unmark(UUID id, UUID postId, Reader reader) {
        return gate.read(id, reader)
                .call(() -> progress.unmark(reader.id(), id, postId))
                .chain(series -> view(series, reader.id()));
    }

    @WithSession
    Uni<ProgressView> get(UUID id, Reader reader) {
        return gate.read(id, reader).chain(series -> view(series, reader.id()));
    }

    @WithSession
    Uni<Page<StartedSeries>> started(Reader reader, PageRequest page) {
        return progress.started(reader.id(), page).chain(starts -> all.rows(
                        starts.stream().map(ProgressRepository.Start::seriesId).toList())
                .chain(rows -> {
                    Map<UUID, SeriesRow> rowOf = rows.stream().collect(toMap(row -> row.series().id, identity()));
                    return progressOf(
                                    reader.id(), rows.stream().collect(toMap(row -> row.series().id, row -> row.series()
                                            .communityId)))
                            .map(progressOf -> Page.of(
                                    starts,
                                    page,
                                    start -> new Cursor(start.startedAt(), start.seriesId()),
                                    start -> started(
                                            start, rowOf.get(start.seriesId()), progressOf.get(start.seriesId()))));
                }));
    }

    private static StartedSeries started(ProgressRepository.Start start, SeriesRow row, Progress progress) {
        return new StartedSeries(
                SeriesSummary.of(row), start.startedAt(), progress.steps(), progress.share(), progress.nextStep());
    }

    /** What comes before a series is in the same community. */
    private Uni<ProgressView> view(Series series, UUID memberId) {
        return prerequisites.of(series.id).chain(before -> {
            Map<UUID, UUID> communityIds = new HashMap<>(Map.of(series.id, series.communityId));
            before.forEach(link -> communityIds.put(link.id(), series.communityId));
            return progressOf(memberId, communityIds).map(progressOf -> {
                List<SeriesLink> missing = before.stream()
                        .filter(link -> !progressOf.get(link.id()).isComplete())
                        .toList();
                return ProgressView.of(series.id, progressOf.get(series.id), missing);
            });
        });
    }

    private Uni<Map<UUID, Progress>> progressOf(UUID memberId, Map<UUID, UUID> communityIds) {
        return reading.visibleSteps(communityIds)
                .chain(steps -> progress.done(memberId, List.copyOf(communityIds.keySet()))
                        .map(done -> steps.entrySet().stream()
                                .collect(toMap(
                                        Map.Entry::getKey,
                                        series -> Progress.of(
                                                series.getValue(), done.getOrDefault(series.getKey(), Set.of()))))));
    }
}
