package io.cofound.community.export;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;

import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/me")
@Tag(name = "privacy")
class ExportResource {

    /** Services answer in seconds; the client asks again after these. */
    private static final int RETRY_SECONDS = 5;

    private final ExportService exports;
    private final ExportArchive archive;
    private final Caller caller;

    ExportResource(ExportService exports, ExportArchive archive, Caller caller) {
        this.exports = exports;
        this.archive = archive;
        this.caller = caller;
    }

    @GET
    @Path("/export")
    @Operation(
            summary = "All that is kept about me",
            description =
                    "Answers the last export that has not expired and starts one where there is none. 202 while it"
                            + " is gathered, 200 when it can be downloaded; INCOMPLETE says by its services who did not answer"
                            + " within a day.")
    public Uni<RestResponse<ExportView>> latest() {
        caller.id();
        return exports.latestOrNew(caller).map(ExportResource::answer);
    }

    @POST
    @Path("/exports")
    @Operation(
            summary = "Gather anew all that is kept about me",
            description = "At most once a day; before that the last export is answered.")
    public Uni<RestResponse<ExportView>> renew() {
        caller.id();
        return exports.renew(caller).map(ExportResource::answer);
    }

    @GET
    @Path("/exports/{exportId}/archive")
    @Produces("application/zip")
    @Operation(summary = "Download an export of mine: a ZIP of JSON files")
    public Multi<byte[]> download(UUID exportId) {
        return RestMulti.fromUniResponse(
                exports.downloadable(caller.id(), exportId),
                export -> archive.of(export.id),
                export -> Map.of(
                        HttpHeaders.CONTENT_DISPOSITION,
                        List.of("attachment; filename=\"cofound-%s.zip\"".formatted(dayOf(export))),
                        HttpHeaders.CACHE_CONTROL,
                        List.of("no-store")));
    }

    private static LocalDate dayOf(Export export) {
        return LocalDate.ofInstant(export.requestedAt, ZoneOffset.UTC);
    }

    private static RestResponse<ExportView> answer(ExportView view) {
        return view.state() == ExportState.GATHERING
                ? ResponseBuilder.create(Status.ACCEPTED, view)
                        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                        .build()
                : RestResponse.ok(view);
    }
}
