package io.cofound.content.series;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Communities;
import io.cofound.content.community.Copies;
import io.cofound.content.post.PostService;
import io.cofound.content.post.PublishedPosts;
import io.cofound.content.post.Reader;
import io.cofound.platform.web.problem.Problem;
import io.cofound.platform.web.versioning.Revision;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** What members do with series. */
@ApplicationScoped
class SeriesService {

    private final SeriesGate gate;
    private final SeriesRepository all;
    private final PrerequisiteRepository prerequisites;
    private final StepRepository steps;
    private final SeriesReading reading;
    private final PublishedPosts posts;
    private final Communities communities;
    private final Copies copies;

    SeriesService(
            SeriesGate gate,
            SeriesRepository all,
            PrerequisiteRepository prerequisites,
            StepRepository steps,
            SeriesReading reading,
            PublishedPosts posts,
            Communities communities,
            Copies copies) {
        this.gate = gate;
        this.all = all;
        this.prerequisites = prerequisites;
        this.steps = steps;
        this.reading = reading;
        this.posts = posts;
        this.communities = communities;
        this.copies = copies;
    }

    /** The member's row is locked first, as an erasure does, so that none is made that it does not find. */
    @WithTransaction
    Uni<SeriesView> create(UUID communityId, UUID creatorId, String creatorName, SeriesDraft draft) {
        Series series = new Series(communityId, creatorId, draft);
        return copies.member(creatorId, 0, creatorName)
                .chain(() -> communities.standing(communityId, creatorId))
                .invoke(PostService::requireWriter)
                .chain(() -> all.persistAndFlush(series))
                .chain(() -> require(series, draft.prerequisites()))
                .chain(() -> reading.view(series));
    }

    @WithTransaction
    Uni<SeriesView> change(UUID id, Reader reader, long expectedRevision, SeriesChange change) {
        return gate.lockEditable(id, reader).chain(series -> {
            Revision.check(expectedRevision, series.revision);
            series.change(change);
            return require(series, change.prerequisites()).chain(() -> reading.view(series));
        });
    }

    /** With what everybody has done of it. */
    @WithTransaction
    Uni<Void> delete(UUID id, Reader reader) {
        return gate.lockOwn(id, reader).chain(passed -> all.delete(passed.series()));
    }

    @WithTransaction
    Uni<SeriesView> arrange(UUID id, Reader reader, long expectedRevision, List<UUID> postIds) {
        return gate.lockEditable(id, reader).chain(series -> {
            Revision.check(expectedRevision, series.revision);
            if (new HashSet<>(postIds).size() < postIds.size()) {
                throw Problem.unprocessable("post-twice", "Every post is in a series once.");
            }
            return requirePublished(series.communityId, postIds)
                    .chain(() -> steps.replace(id, postIds))
                    .invoke(series::rearranged)
                    .chain(() -> reading.view(series));
        });
    }

    private Uni<Void> requirePublished(UUID communityId, List<UUID> postIds) {
        return posts.of(postIds)
                .invoke(published -> {
                    List<UUID> unfit = postIds.stream()
                            .filter(id -> !published.containsKey(id)
                                    || !published.get(id).communityId().equals(communityId))
                            .toList();
                    if (!unfit.isEmpty()) {
                        throw Problem.unprocessable(
                                "post-not-in-community", "These are no published posts of the community: " + unfit);
                    }
                })
                .replaceWithVoid();
    }

    /** @param ids null to leave what comes before the series as it is */
    private Uni<Void> require(Series series, List<UUID> ids) {
        if (ids == null) {
            return Uni.createFrom().voidItem();
        }
        List<UUID> distinct = ids.stream().distinct().toList();
        return prerequisites
                .hold(series.communityId)
                .chain(() -> prerequisites.areOf(series.communityId, distinct))
                .invoke(areOf -> {
                    if (!areOf) {
                        throw Problem.unprocessable(
                                "prerequisite-not-found", "Prerequisites are other series of the same community.");
                    }
                })
                .chain(() -> prerequisites.leadTo(series.id, distinct))
                .invoke(circular -> {
                    if (circular) {
                        throw Problem.unprocessable(
                                "prerequisite-cycle", "A series cannot come before itself, over others neither.");
                    }
                })
                .chain(() -> prerequisites.replace(series.id, distinct));
    }
}
