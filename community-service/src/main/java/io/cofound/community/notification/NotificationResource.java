package io.cofound.community.notification;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/me/notifications")
@Tag(name = "notifications")
class NotificationResource {

    /** @param until when the latest was raised that the member has seen */
    record ReadMark(@NotNull Instant until) {}

    private final NotificationService notifications;
    private final Caller caller;

    NotificationResource(NotificationService notifications, Caller caller) {
        this.notifications = notifications;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What I was told, latest first; with unread=true only what I have not read")
    public Uni<NotificationPage> list(@QueryParam("unread") boolean unread, @BeanParam @Valid PageRequest page) {
        return notifications.list(caller.id(), unread, page);
    }

    @PUT
    @Path("/{id}/read")
    @Operation(summary = "Mark one as read")
    public Uni<NotificationView> read(UUID id) {
        return notifications.read(caller.id(), id);
    }

    @POST
    @Path("/read")
    @Operation(summary = "Mark all as read that were raised until a time")
    public Uni<Void> readAll(@NotNull @Valid ReadMark mark) {
        return notifications.readAll(caller.id(), mark.until());
    }
}
