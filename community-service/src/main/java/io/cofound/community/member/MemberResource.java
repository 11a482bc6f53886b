package io.cofound.community.member;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.contracts.community.MemberRole;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/members")
@Tag(name = "members")
class MemberResource {

    private final MemberService members;
    private final MemberSearch search;
    private final Caller caller;

    MemberResource(MemberService members, MemberSearch search, Caller caller) {
        this.members = members;
        this.search = search;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A member's profile, as far as the reader may see it")
    public Uni<MemberView> get(UUID id) {
        return members.get(id, caller.optionalId());
    }

    @GET
    @Operation(summary = "Members who fit all that is asked for, newest first (signed in)")
    public Uni<Page<MemberView>> find(
            @Parameter(description = "A tag by its id, name or alias, in Chinese or English")
                    @QueryParam("skill")
                    @Size(max = 60)
                    String skill,
            @QueryParam("role") MemberRole role,
            @Parameter(
                            description =
                                    "Words, or their beginnings, of name, headline, about and tags; all of them have"
                                            + " to be there")
                    @QueryParam("q")
                    @Size(max = 100)
                    String text,
            @BeanParam @Valid PageRequest page) {
        return search.search(caller.id(), skill, role, text, page);
    }
}
