package io.cofound.content.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** What readers see beside one whole post. */
@ApplicationScoped
class PostReading {

    private final PostGate gate;
    private final PostRevisionRepository revisions;
    private final PostLists lists;

    PostReading(PostGate gate, PostRevisionRepository revisions, PostLists lists) {
        this.gate = gate;
        this.revisions = revisions;
        this.lists = lists;
    }

    @WithSession
    Uni<Page<RevisionView>> revisions(UUID id, Reader reader, PageRequest page) {
        return gate.read(id, reader).chain(passed -> {
            boolean all = reader.seesAllOf(passed.post(), passed.standing());
            return revisions
                    .latest(id, !all, page)
                    .map(rows -> Page.of(
                            rows, page, row -> new Cursor(row.submittedAt, row.id), row -> RevisionView.of(row, all)));
        });
    }

    @WithSession
    Uni<Page<PostSummary>> inCommunity(UUID communityId, Reader reader, PageRequest page) {
        return gate.enter(communityId, reader)
                .chain(() -> lists.published(communityId, page))
                .map(rows -> publishedPage(rows, page));
    }

    @WithSession
    Uni<Page<PostSummary>> pinned(UUID communityId, Reader reader, PageRequest page) {
        return gate.enter(communityId, reader)
                .chain(() -> lists.pinned(communityId, page))
                .map(rows -> Page.of(rows, page, row -> cursor(row.post().pinnedAt, row), PostSummary::published));
    }

    /** Moderators see all in that state, others their own. */
    @WithSession
    Uni<Page<PostSummary>> inCommunity(UUID communityId, PostState state, Reader reader, PageRequest page) {
        if (reader.id() == null) {
            throw Problem.unauthenticated();
        }
        return gate.enter(communityId, reader)
                .chain(standing -> reader.moderates(standing)
                        ? lists.inState(communityId, state, page)
                        : lists.inState(communityId, state, reader.id(), page))
                .map(rows -> Page.of(rows, page, row -> cursor(row.post().createdAt, row), PostSummary::latest));
    }

    private static Page<PostSummary> publishedPage(List<PostRow> rows, PageRequest page) {
        return Page.of(rows, page, row -> cursor(row.post().publishedAt, row), PostSummary::published);
    }

    private static Cursor cursor(Instant at, PostRow row) {
        return new Cursor(at, row.post().id);
    }
}
