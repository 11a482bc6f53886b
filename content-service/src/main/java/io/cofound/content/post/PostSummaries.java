package io.cofound.content.post;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.toMap;

/** Posts as lists of other features show them. Who may see them is decided there. */
@ApplicationScoped
public class PostSummaries {

    private final PostLists lists;

    PostSummaries(PostLists lists) {
        this.lists = lists;
    }

    /** By post id, as others see them; what is not published is absent. One query. Needs a session. */
    public Uni<Map<UUID, PostSummary>> published(List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : lists.published(ids).map(rows -> rows.stream()
                        .map(PostSummary::published)
                        .collect(toMap(PostSummary::id, summary -> summary)));
    }
}
