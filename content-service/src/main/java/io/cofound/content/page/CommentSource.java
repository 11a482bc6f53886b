package io.cofound.content.page;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

/** Where the first comments of posts come from, in as many queries for many posts as for one. */
interface CommentSource {

    /** By post id; the revision of each is 0 and left to the caller. Posts without comments may be absent. Needs a session. */
    Uni<Map<UUID, FirstComments>> firstOf(List<UUID> postIds);
}
