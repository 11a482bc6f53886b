package io.cofound.content.mute;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a member does not want to see in feeds, latest first.
 *
 * @param tags as feeds compare them: ids of the vocabulary, else lower case
 */
record MutesView(List<MutedTag> tags, List<MutedMember> members) {

    record MutedTag(String tag, Instant mutedAt) {}

    /** @param displayName as it is today; null for a former member */
    record MutedMember(UUID id, String displayName, Instant mutedAt) {}
}
