package io.cofound.community.export;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * How far an export is.
 *
 * @param services which services are asked, and whether all of what each keeps has arrived
 * @param download where the archive is; null while it is gathered
 * @param expiresAt until when it can be downloaded; null while it is gathered
 */
record ExportView(
        UUID exportId,
        ExportState state,
        Map<String, Progress> services,
        Instant requestedAt,
        String download,
        Instant expiresAt) {

    enum Progress {
        WAITING,
        GATHERED
    }

    static ExportView of(Export export, Map<String, Progress> services) {
        boolean gathering = export.state == ExportState.GATHERING;
        return new ExportView(
                export.id,
                export.state,
                services,
                export.requestedAt,
                gathering ? null : "/api/v1/me/exports/" + export.id + "/archive",
                export.expiresAt);
    }
}
