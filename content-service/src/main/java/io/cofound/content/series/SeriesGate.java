package io.cofound.content.series;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Communities;
import io.cofound.content.community.Standing;
import io.cofound.content.post.PostService;
import io.cofound.content.post.Reader;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;

/** Lets somebody to a series, or not: who may read in its community may read it, to others it does not exist. */
@ApplicationScoped
class SeriesGate {

    record Passed(Series series, Standing standing) {}

    private final SeriesRepository series;
    private final Communities communities;

    SeriesGate(SeriesRepository series, Communities communities) {
        this.series = series;
        this.communities = communities;
    }

    Uni<Series> read(UUID id, Reader reader) {
        return pass(series.findById(id), reader).map(Passed::series);
    }

    /** For its creator, while the creator may write in the community, and for moderators; locked. Not where archived. */
    Uni<Series> lockEditable(UUID id, Reader reader) {
        return lockOwn(id, reader)
                .invoke(passed -> {
                    if (!reader.moderates(passed.standing)) {
                        PostService.requireWriter(passed.standing);
                    }
                    if (passed.standing.archived()) {
                        throw Problem.conflict("community-archived", "The community is archived: it can only be read.");
                    }
                })
                .map(Passed::series);
    }

    /** For its creator and moderators, also where archived; locked. */
    Uni<Passed> lockOwn(UUID id, Reader reader) {
        return pass(series.lock(id), reader).invoke(passed -> {
            if (!reader.id().equals(passed.series.creatorId) && !reader.moderates(passed.standing)) {
                throw Problem.forbidden(
                        "creator-or-moderator-required", "Only its creator or a moderator may change a series.");
            }
        });
    }

    private Uni<Passed> pass(Uni<Series> loaded, Reader reader) {
        return loaded.onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("series"))
                .chain(found -> communities
                        .standing(found.communityId, reader.id())
                        .map(standing -> new Passed(found, standing)))
                .invoke(passed -> {
                    if (!passed.standing.mayRead() && !reader.moderator()) {
                        throw Problem.notFound("series");
                    }
                });
    }
}
