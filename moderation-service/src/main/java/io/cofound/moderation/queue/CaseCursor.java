package io.cofound.moderation.queue;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

import io.cofound.platform.web.problem.Problem;

/** The last case a moderator has seen in a list by priority. */
record CaseCursor(double priority, UUID id) {

    static CaseCursor of(ModerationCase last) {
        return new CaseCursor(last.priority, last.id);
    }

    /** Opaque to clients, safe in a URL. */
    String encode() {
        byte[] bytes = ByteBuffer.allocate(3 * Long.BYTES)
                .putDouble(priority)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for anything {@link #encode} did not make */
    static CaseCursor decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != 3 * Long.BYTES) {
                throw new IllegalArgumentException("wrong length");
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new CaseCursor(buffer.getDouble(), new UUID(buffer.getLong(), buffer.getLong()));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("invalid-cursor", "Pass nextCursor on as it was answered.");
        }
    }
}
