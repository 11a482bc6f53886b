package io.cofound.content.comment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.post.PostGate;
import io.cofound.content.post.Reader;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** What readers see. */
@ApplicationScoped
class CommentReading {

    private final CommentGate gate;
    private final PostGate posts;
    private final CommentLists lists;
    private final CommentRevisionRepository revisions;

    CommentReading(CommentGate gate, PostGate posts, CommentLists lists, CommentRevisionRepository revisions) {
        this.gate = gate;
        this.posts = posts;
        this.lists = lists;
        this.revisions = revisions;
    }

    @WithSession
    Uni<CommentPage> onPost(UUID postId, Reader reader, PageRequest page) {
        return posts.see(postId, reader)
                .chain(() -> lists.onPost(postId, page))
                .chain(rows -> withReplies(rows)
                        .map(replies -> Page.of(
                                rows,
                                page,
                                CommentReading::cursor,
                                row -> CommentView.published(row, replies.getOrDefault(row.comment().id, List.of())))))
                .chain(found -> page.after().isPresent()
                        ? Uni.createFrom().item(CommentPage.of(found, null))
                        : lists.accepted(postId)
                                .map(accepted -> CommentPage.of(
                                        found, accepted == null ? null : CommentView.published(accepted, null))));
    }

    /** Moderators see all in that state, others their own. */
    @WithSession
    Uni<CommentPage> onPost(UUID postId, CommentState state, Reader reader, PageRequest page) {
        if (reader.id() == null) {
            throw Problem.unauthenticated();
        }
        return posts.see(postId, reader)
                .chain(post -> reader.moderates(post.standing())
                        ? lists.inState(postId, state, page)
                        : lists.inState(postId, state, reader.id(), page))
                .map(rows -> CommentPage.of(Page.of(rows, page, CommentReading::cursor, CommentView::latest), null));
    }

    @WithSession
    Uni<Page<CommentView>> replies(UUID id, Reader reader, PageRequest page) {
        return gate.see(id, reader).chain(() -> lists.replies(id, page)).chain(rows -> withReplies(rows)
                .map(replies -> Page.of(
                        rows,
                        page,
                        CommentReading::cursor,
                        row -> CommentView.published(row, replies.getOrDefault(row.comment().id, List.of())))));
    }

    @WithSession
    Uni<CommentView> get(UUID id, Reader reader) {
        return gate.see(id, reader)
                .chain(passed -> CommentGate.seesAllOf(passed, reader)
                        ? lists.latest(id).map(CommentView::latest)
                        : lists.published(id).map(row -> CommentView.published(row, null)));
    }

    /** For the author and moderators. */
    @WithSession
    Uni<Page<CommentRevisionView>> revisions(UUID id, Reader reader, PageRequest page) {
        return gate.see(id, reader)
                .invoke(passed -> {
                    if (!CommentGate.seesAllOf(passed, reader)) {
                        throw Problem.forbidden(
                                "author-or-moderator-required",
                                "Only its author and moderators may see what it said before.");
                    }
                })
                .chain(() -> revisions.latest(id, page))
                .map(rows -> Page.of(rows, page, row -> new Cursor(row.submittedAt, row.id), CommentRevisionView::of));
    }

    private Uni<Map<UUID, List<CommentView>>> withReplies(List<CommentRow> rows) {
        List<UUID> answered = rows.stream()
                .map(CommentRow::comment)
                .filter(comment -> comment.replyCount > 0)
                .map(comment -> comment.id)
                .toList();
        return lists.firstReplies(answered).map(CommentReading::views);
    }

    private static Map<UUID, List<CommentView>> views(Map<UUID, List<CommentRow>> rows) {
        Map<UUID, List<CommentView>> views = new HashMap<>();
        rows.forEach((parent, replies) -> views.put(
                parent,
                replies.stream().map(row -> CommentView.published(row, null)).toList()));
        return views;
    }

    private static Cursor cursor(CommentRow row) {
        return new Cursor(row.comment().createdAt, row.comment().id);
    }
}
