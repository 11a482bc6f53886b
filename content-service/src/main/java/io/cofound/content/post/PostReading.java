package io.cofound.content.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Communities;
import io.cofound.content.community.Standing;
import io.cofound.content.page.Pages;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** What readers see. */
@ApplicationScoped
class PostReading {

    private record Found(Post post, Standing standing, String authorName) {}

    private final PostGate gate;
    private final PostRevisionRepository revisions;
    private final PostLists lists;
    private final Communities communities;
    private final Pages pages;

    PostReading(
            PostGate gate, PostRevisionRepository revisions, PostLists lists, Communities communities, Pages pages) {
        this.gate = gate;
        this.revisions = revisions;
        this.lists = lists;
        this.communities = communities;
        this.pages = pages;
    }

    /** No session is open while the document store is asked, so that a slow one holds no connection. */
    Uni<PostView> get(UUID id, Reader reader) {
        return Panache.withSession(() -> gate.read(id, reader).chain(passed -> communities
                        .nameOf(passed.post().authorId)
                        .map(name -> new Found(passed.post(), passed.standing(), name))))
                .chain(found -> reader.seesAllOf(found.post, found.standing) ? latest(found) : published(found));
    }

    private Uni<PostView> latest(Found found) {
        return text(found.post, found.post.revision).map(text -> PostView.latest(found.post, text, found.authorName));
    }

    private Uni<PostView> published(Found found) {
        Post post = found.post;
        return pages.find(post.id, post.publishedRevision)
                .chain(page -> page.isPresent()
                        ? Uni.createFrom().item(PostView.published(post, page.get(), found.authorName))
                        : text(post, post.publishedRevision)
                                .map(text -> PostView.published(post, text, found.authorName)));
    }

    private Uni<PostRevision> text(Post post, long number) {
        return Panache.withSession(() -> revisions.of(post.id, number));
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
