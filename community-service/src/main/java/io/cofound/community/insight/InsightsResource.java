package io.cofound.community.insight;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/communities/{communityId}/insights")
@Tag(name = "insights")
class InsightsResource {

    /** Nobody was here before. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final InsightsService insights;
    private final Caller caller;

    InsightsResource(InsightsService insights, Caller caller) {
        this.insights = insights;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "How a community is doing (owner, operator)")
    public Uni<Insights> get(
            UUID communityId,
            @Parameter(
                            description = "Last day of all figures, in UTC; today if absent",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("until")
                    String until) {
        caller.id();
        return insights.of(communityId, caller, new Window(day(until)));
    }

    private static LocalDate day(String until) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate day = until == null ? today : parse(until);
        if (day.isAfter(today) || day.isBefore(EARLIEST)) {
            throw Problem.unprocessable(
                    "until-out-of-range", "The parameter until is a day from " + EARLIEST + " to today, in UTC.");
        }
        return day;
    }

    private static LocalDate parse(String until) {
        try {
            return LocalDate.parse(until);
        } catch (DateTimeException e) {
            throw Problem.malformed("invalid-parameter", "The parameter until is a day such as 2026-01-31.");
        }
    }
}
