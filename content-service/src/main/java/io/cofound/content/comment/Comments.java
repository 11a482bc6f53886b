package io.cofound.content.comment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.toMap;

/** Comments as what is composed of them needs them. Who may read them is not decided here. */
@ApplicationScoped
public class Comments {

    private static final PageRequest FIRST = new PageRequest(20, null);

    private final CommentLists lists;

    Comments(CommentLists lists) {
        this.lists = lists;
    }

    /**
     * The first page of what stands under each post, oldest first, each comment with its first three replies: two
     * queries, however many posts. Needs a session.
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
