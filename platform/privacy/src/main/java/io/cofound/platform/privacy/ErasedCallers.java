package io.cofound.platform.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A token outlives the member it was issued to by minutes. What it would write then nobody would ever erase, so it is
 * refused; a token issued after the erasure belongs to somebody who came back. Reads need no such care.
 */
class ErasedCallers {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Caller caller;
    private final Pool database;

    ErasedCallers(Caller caller, Pool database) {
        this.caller = caller;
        this.database = database;
    }

    /** @return null to let it through, else 410 */
    @ServerRequestFilter
    public Uni<Response> refuse(ContainerRequestContext request, ResourceInfo method) {
        Optional<UUID> memberId = caller.optionalId();
        if (memberId.isEmpty()
                || READS.contains(request.getMethod())
                || method.getResourceMethod().isAnnotationPresent(EvenIfErased.class)) {
            return Uni.createFrom().nullItem();
        }
        // Without a time of issue it cannot be newer than any erasure.
        Instant issuedAt = caller.claim("iat")
                .map(Long::valueOf)
                .map(Instant::ofEpochSecond)
                .orElse(Instant.EPOCH);
        return database.preparedQuery("select 1 from erased_member where member_id = $1 and erased_at >= $2")
                .execute(Tuple.of(memberId.get(), issuedAt.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() == 0
                        ? null
                        : Problem.gone("member-erased", "Your account here was erased. Sign in again to start anew.")
                                .toResponse());
    }
}
