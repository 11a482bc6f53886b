package io.cofound.content.reading;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.cofound.content.post.Reader;
import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/posts/{id}/reads")
@Tag(name = "reading")
class ReadResource {

    private final ReadBuffer buffer;
    private final ReadLimits limits;
    private final Caller caller;

    ReadResource(ReadBuffer buffer, ReadLimits limits, Caller caller) {
        this.buffer = buffer;
        this.limits = limits;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Tell that the caller has read a post",
            description = "Send it when the post leaves the screen, or now and then while it is there, each time with"
                    + " the seconds since the last time. Without the consent to be recommended things nothing of it is"
                    + " kept, and the answer is the same. 429 and 503 come with Retry-After; a repeat counts nothing"
                    + " twice.")
    public Uni<Void> read(UUID id, @NotNull @Valid ReadDraft draft) {
        limits.take(caller.id());
        return buffer.add(Read.now(Reader.of(caller), id, draft, Instant.now().truncatedTo(ChronoUnit.MICROS)));
    }
}
