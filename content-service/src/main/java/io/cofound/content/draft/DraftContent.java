package io.cofound.content.draft;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.cofound.content.post.PostDraft;
import io.cofound.contracts.content.PostType;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * What is written so far; all of it may be missing. In a change, an absent field stays as it is and an empty one is
 * emptied. Whether it makes a post is asked when it is published.
 *
 * @param title at most 200 characters
 * @param body at most 50,000 characters, Markdown
 * @param tags at most 10 of at most 40 characters
 * @param summary at most 500 characters
 * @param coverUrl at most 2,000 characters
 * @param sourceUrl at most 2,000 characters
 */
record DraftContent(
        PostType type,
        @CodePointLength(max = PostDraft.MAX_TITLE) String title,
        @CodePointLength(max = PostDraft.MAX_BODY) String body,
        @Size(max = PostDraft.MAX_TAGS) List<@NotNull @CodePointLength(max = PostDraft.MAX_TAG) String> tags,
        @CodePointLength(max = PostDraft.MAX_SUMMARY) String summary,
        @CodePointLength(max = PostDraft.MAX_URL) String coverUrl,
        @CodePointLength(max = PostDraft.MAX_URL) String sourceUrl) {

    /** As a post to be submitted, with all that is wrong with it still. */
    PostDraft post() {
        return new PostDraft(type, title, body, summary, coverUrl, sourceUrl, tags);
    }
}
