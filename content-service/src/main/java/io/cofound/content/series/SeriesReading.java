package io.cofound.content.series;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Communities;
import io.cofound.content.post.PostGate;
import io.cofound.content.post.PublishedPost;
import io.cofound.content.post.PublishedPosts;
import io.cofound.content.post.Reader;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.toMap;

/** What readers see of series. */
@ApplicationScoped
class SeriesReading {

    private final SeriesGate gate;
    private final PostGate communityGate;
    private final SeriesRepository all;
    private final PrerequisiteRepository prerequisites;
    private final StepRepository steps;
    private final PublishedPosts posts;
    private final Communities communities;

    SeriesReading(
            SeriesGate gate,
            PostGate communityGate,
            SeriesRepository all,
            PrerequisiteRepository prerequisites,
            StepRepository steps,
            PublishedPosts posts,
            Communities communities) {
        this.gate = gate;
        this.communityGate = communityGate;
        this.all = all;
        this.prerequisites = prerequisites;
        this.steps = steps;
        this.posts = posts;
        this.communities = communities;
    }

    @WithSession
    Uni<SeriesView> get(UUID id, Reader reader) {
        return gate.read(id, reader).chain(this::view);
    }

    @WithSession
    Uni<Page<SeriesSummary>> list(UUID communityId, SeriesKind kind, Reader reader, PageRequest page) {
        return communityGate
                .enter(communityId, reader)
                .chain(() -> all.list(communityId, kind, page))
                .map(rows -> Page.of(
                        rows, page, row -> new Cursor(row.series().createdAt, row.series().id), SeriesSummary::of));
    }

    /** Needs a session. */
    Uni<SeriesView> view(Series series) {
        Uni<String> creatorName =
                series.creatorId == null ? Uni.createFrom().nullItem() : communities.nameOf(series.creatorId);
        return creatorName.chain(
                name -> prerequisites.of(series.id).chain(before -> visibleSteps(Map.of(series.id, series.communityId))
                        .map(visible -> SeriesView.of(series, name, before, visible.get(series.id)))));
    }

    /**
     * What readers of a series see of it now: a post that was moved to another community is no longer among its posts.
     * Needs a session.
     *
     * @param communityIds by the series' ids
     * @return by the series' ids; a list for each
     */
    Uni<Map<UUID, List<Step>>> visibleSteps(Map<UUID, UUID> communityIds) {
        return steps.of(List.copyOf(communityIds.keySet())).chain(postIds -> posts.of(postIds.values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .toList())
                .map(published -> communityIds.entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                series -> visible(
                                        postIds.getOrDefault(series.getKey(), List.of()),
                                        published,
                                        series.getValue())))));
    }

    private static List<Step> visible(List<UUID> postIds, Map<UUID, PublishedPost> published, UUID communityId) {
        return postIds.stream()
                .map(published::get)
                .filter(Objects::nonNull)
                .filter(post -> post.communityId().equals(communityId))
                .map(Step::of)
                .toList();
    }
}
