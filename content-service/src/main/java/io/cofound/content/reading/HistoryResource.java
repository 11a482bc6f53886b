package io.cofound.content.reading;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/me/reading-history")
@Tag(name = "reading")
class HistoryResource {

    private final HistoryService history;
    private final Caller caller;

    HistoryResource(HistoryService history, Caller caller) {
        this.history = history;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "What the caller read in a month, latest first",
            description = "A post stands in the month, by UTC, in which it was first read. Without the consent to be"
                    + " recommended things nothing new is kept; what was kept before stays until it is cleared.")
    public Uni<Page<HistoryEntry>> month(
            @QueryParam("month") @Parameter(description = "such as 2026-11; default: this one") String month,
            @BeanParam @Valid PageRequest page) {
        return history.month(caller.id(), parse(month), page);
    }

    @DELETE
    @Operation(summary = "Forget all that the caller read", description = "The posts count a reader less, too.")
    public Uni<Void> clear() {
        return history.clear(caller.id());
    }

    @DELETE
    @Path("/{postId}")
    @Operation(summary = "Forget that the caller read a post")
    public Uni<Void> forget(UUID postId) {
        return history.forget(caller.id(), postId);
    }

    private static YearMonth parse(String month) {
        if (month == null) {
            return YearMonth.now(ZoneOffset.UTC);
        }
        try {
            // Years of more than four digits would be beyond PostgreSQL's calendar.
            return YearMonth.parse(month.length() == 7 ? month : "");
        } catch (DateTimeException e) {
            throw Problem.malformed(
                    "invalid-parameter", "The parameter month takes a year and a month, as in 2026-11.");
        }
    }
}
