package io.cofound.content.report;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.cofound.content.post.Reader;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/communities/{communityId}/reports")
@Tag(name = "reports")
class CommunityReportResource {

    private final ReportService reports;
    private final Caller caller;

    CommunityReportResource(ReportService reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What was reported in a community, latest first (moderator)")
    public Uni<Page<ReportView>> list(UUID communityId, @BeanParam @Valid PageRequest page) {
        caller.id();
        return reports.inCommunity(communityId, Reader.of(caller), page);
    }
}
