package io.cofound.content.comment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.post.Reader;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.toMap;

/** Comments as the other features need them. */
@ApplicationScoped
public class Comments {

    private static final PageRequest FIRST = new PageRequest(20, null);

    private final CommentGate gate;
    private final CommentLists lists;

    Comments(CommentGate gate, CommentLists lists) {
        this.gate = gate;
        this.lists = lists;
    }

    /** Needs a session. Fails with 404 where the reader may not see the comment, or nobody but its author does. */
    public Uni<CommentAccess> see(UUID id, Reader reader) {
        return gate.see(id, reader).map(passed -> {
            Comment comment = passed.comment();
            if (!comment.isVisible()) {
                throw Problem.notFound("comment");
            }
            return new CommentAccess(comment.id, comment.authorId, comment.publishedNumber, passed.post());
        });
    }

    /**
     * The first page of what stands under each post, oldest first, each comment with its first three replies: two
     * queries, however many posts. Who may read them is not decided here. Needs a session.
     *
     * @return by post id; a post without comments is absent
     */
    public Uni<Map<UUID, Page<ShownComment>>> firstOf(Collection<UUID> postIds) {
        return lists.firstOnPosts(postIds, FIRST.fetchSize())
                .chain(found -> lists.firstReplies(answered(found)).map(replies -> found.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, post -> page(post.getValue(), replies)))));
    }

    private static List<UUID> answered(Map<UUID, List<CommentRow>> found) {
        return found.values().stream()
                .flatMap(List::stream)
                .map(CommentRow::comment)
                .filter(comment -> comment.replyCount > 0)
                .map(comment -> comment.id)
                .toList();
    }

    private static Page<ShownComment> page(List<CommentRow> rows, Map<UUID, List<CommentRow>> replies) {
        return Page.of(
                rows,
                FIRST,
                row -> new Cursor(row.comment().createdAt, row.comment().id),
                row -> ShownComment.of(row, replies.getOrDefault(row.comment().id, List.of())));
    }
}
