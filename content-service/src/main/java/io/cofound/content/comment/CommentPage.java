package io.cofound.content.comment;

import java.util.List;

import io.cofound.platform.web.paging.Page;

/**
 * Comments on a post, oldest first.
 *
 * @param nextCursor where the next page starts; null on the last page
 * @param accepted the answer to the question, wherever in the thread it stands; on the first page alone, else null
 */
record CommentPage(List<CommentView> items, String nextCursor, CommentView accepted) {

    static CommentPage of(Page<CommentView> page, CommentView accepted) {
        return new CommentPage(page.items(), page.nextCursor(), accepted);
    }
}
