package io.cofound.content.comment;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;

/** Comments as what is composed of them needs them. Who may read them is not decided here. */
@ApplicationScoped
public class Comments {

    /** How many {@link #firstOf} gives. */
    public static final int FIRST = 20;

    private final CommentLists lists;

    Comments(CommentLists lists) {
        this.lists = lists;
    }

    /**
     * What stands first under a post, oldest first, each with its first three replies: two queries. Needs a session.
     *
     * @return at most {@value #FIRST}
     */
    public Uni<List<ShownComment>> firstOf(UUID postId) {
        return lists.onPost(postId, new PageRequest(FIRST - 1, null)).chain(rows -> lists.firstReplies(rows.stream()
                        .map(CommentRow::comment)
                        .filter(comment -> comment.replyCount > 0)
                        .map(comment -> comment.id)
                        .toList())
                .map(replies -> rows.stream()
                        .map(row -> ShownComment.of(row, replies.getOrDefault(row.comment().id, List.of())))
                        .toList()));
    }
}
