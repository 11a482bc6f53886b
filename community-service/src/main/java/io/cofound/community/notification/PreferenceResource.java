package io.cofound.community.notification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Without If-Match: they have one owner, are put whole, and the last word is the one meant. */
@Path("/me/notification-preferences")
@Tag(name = "notifications")
class PreferenceResource {

    private final PreferenceService preferences;
    private final Caller caller;

    PreferenceResource(PreferenceService preferences, Caller caller) {
        this.preferences = preferences;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "How I want to be told of each kind of thing")
    public Uni<Preferences> get() {
        return preferences.of(caller.id());
    }

    @PUT
    @Operation(summary = "Choose how I am told; kinds that are left out go back to their default")
    public Uni<Preferences> put(@NotNull @Valid Preferences chosen) {
        return preferences.put(caller.id(), chosen);
    }
}
