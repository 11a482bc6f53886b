package io.cofound.community.erasure;

import java.net.URI;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.contracts.privacy.PublicContent;
import io.cofound.platform.privacy.EvenIfErased;
import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/me")
@Tag(name = "privacy")
class ErasureResource {

    private final ErasureService erasures;
    private final Caller caller;

    ErasureResource(ErasureService erasures, Caller caller) {
        this.erasures = erasures;
        this.caller = caller;
    }

    @DELETE
    @EvenIfErased
    @Operation(
            summary = "Erase me and all that is kept about me",
            description =
                    "There is no way back. What I published goes, too, unless publicContent=KEEP leaves it as by a"
                            + " former member: who says nothing leaves nothing personal behind. Refused with 409 while I own"
                            + " communities that others belong to. Asked twice it is one erasure, and the first answer to what"
                            + " becomes of public content holds.")
    public Uni<RestResponse<ErasureView>> erase(
            @QueryParam("publicContent") @DefaultValue("REMOVE") PublicContent publicContent) {
        caller.id();
        return erasures.request(caller, publicContent).map(view -> ResponseBuilder.create(Status.ACCEPTED, view)
                .location(URI.create("/api/v1/me/erasure"))
                .build());
    }

    @GET
    @Path("/erasure")
    @Operation(summary = "How far my erasure is")
    public Uni<ErasureView> get() {
        return erasures.latest(caller.id());
    }
}
