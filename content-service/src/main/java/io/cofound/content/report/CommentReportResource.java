package io.cofound.content.report;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.cofound.content.community.Presence.SignedIn;
import io.cofound.content.post.Reader;
import io.cofound.content.report.ReportService.Filed;
import io.cofound.platform.persistence.idempotency.Idempotency;
import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/comments/{id}/reports")
@Tag(name = "reports")
class CommentReportResource {

    /** What one idempotency key stands for. */
    private record Filing(UUID commentId, ReportDraft draft) {}

    private final ReportService reports;
    private final Idempotency idempotency;
    private final Caller caller;

    CommentReportResource(ReportService reports, Idempotency idempotency, Caller caller) {
        this.reports = reports;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Report a comment to the moderators (member)",
            description =
                    "Once, until others see another text of it: a repeat is answered with the first report, and 200. 422"
                            + " for one's own comment. Also in an archived community, where it is still read.")
    public Uni<RestResponse<ReportView>> file(
            UUID id, @HeaderParam("Idempotency-Key") String key, @NotNull @Valid ReportDraft draft) {
        SignedIn member = SignedIn.of(caller);
        Reader reader = Reader.of(caller);
        return idempotency
                .once(
                        member.id(),
                        key,
                        new Filing(id, draft),
                        Filed.class,
                        () -> reports.fileComment(id, reader, member, draft))
                .map(filed -> RestResponse.status(filed.isNew() ? Status.CREATED : Status.OK, filed.report()));
    }
}
