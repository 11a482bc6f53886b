package io.cofound.content.reaction;

import java.util.List;
import java.util.Map;

/**
 * The reactions to a post.
 *
 * @param counts how many members reacted so; every kind is there
 * @param own how the reader did; empty for somebody who is not signed in
 */
record ReactionsView(Map<ReactionKind, Long> counts, List<ReactionKind> own) {}
