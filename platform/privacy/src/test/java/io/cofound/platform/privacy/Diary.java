package io.cofound.platform.privacy;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.web.identity.Caller;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** A feature as small as one can be that keeps something personal; erased before the one that may fail. */
@Path("/diary")
@ApplicationScoped
@Priority(2)
class Diary implements PersonalData {

    private final Caller caller;

    Diary(Caller caller) {
        this.caller = caller;
    }

    @POST
    public Uni<Void> write(String entry) {
        return write(caller.id(), entry);
    }

    @GET
    public Uni<List<String>> read() {
        return entries(caller.id());
    }

    @DELETE
    @EvenIfErased
    public Uni<Void> leave() {
        return Uni.createFrom().voidItem();
    }

    Uni<Void> write(UUID memberId, String entry) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("insert into diary (member_id, entry) values (?1, ?2)")
                        .setParameter(1, memberId)
                        .setParameter(2, entry)
                        .executeUpdate())
                .replaceWithVoid());
    }

    Uni<List<String>> entries(UUID memberId) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select entry from diary where member_id = ?1 order by entry", String.class)
                .setParameter(1, memberId)
                .getResultList()));
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return entries(memberId).map(entries -> List.of(new Holding("diary-entries", entries)));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from diary where member_id = ?1")
                        .setParameter(1, request.memberId())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
