package io.cofound.platform.persistence.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Lets a client repeat a create safely. The answer is kept in the transaction that creates, so that there is never a
 * thing without its answer; a repeat that comes while the first is in work waits for it on the row's lock. A key is
 * remembered for two days.
 */
@ApplicationScoped
public class Idempotency {

    private static final int LONGEST_KEY = 200;

    private final ObjectMapper json;

    Idempotency(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param key the {@code Idempotency-Key} header, 1 to 200 characters; null creates without protection
     * @param request all that the create depends on, ids in the path too; the same key with another is refused with 422
     * @param create joins the transaction that is opened here
     */
    public <T> Uni<T> once(UUID memberId, String key, Object request, Class<T> answer, Supplier<Uni<T>> create) {
        if (key == null) {
            return create.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.malformed("invalid-idempotency-key", "Idempotency-Key takes 1 to 200 characters.");
        }
        String fingerprint = fingerprint(request);
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> forgetExpired(session, memberId)
                .chain(() -> claim(session, memberId, key, fingerprint))
                .chain(claimed -> claimed
                        ? create.get().call(created -> remember(session, memberId, key, created))
                        : recall(session, memberId, key, fingerprint, answer))));
    }

    /** Each member's own creates clear away the member's old keys, so that nothing has to run beside them. */
    private static Uni<Integer> forgetExpired(Session session, UUID memberId) {
        // Locked ones are skipped: another create of the same member is clearing them away.
        return session.createNativeQuery("""
                        delete from idempotency_key where (member_id, key) in (
                            select member_id, key from idempotency_key
                            where member_id = ?1 and created_at < now() - interval '2 days'
                            for update skip locked)""").setParameter(1, memberId).executeUpdate();
    }

    private static Uni<Boolean> claim(Session session, UUID memberId, String key, String fingerprint) {
        return session.createNativeQuery("""
                        insert into idempotency_key (member_id, key, fingerprint) values (?1, ?2, ?3)
                        on conflict do nothing""")
                .setParameter(1, memberId)
                .setParameter(2, key)
                .setParameter(3, fingerprint)
                .executeUpdate()
                .map(inserted -> inserted == 1);
    }

    private Uni<Integer> remember(Session session, UUID memberId, String key, Object created) {
        return session.createNativeQuery("update idempotency_key set response = ?1 where member_id = ?2 and key = ?3")
                .setParameter(1, write(created))
                .setParameter(2, memberId)
                .setParameter(3, key)
                .executeUpdate();
    }

    private <T> Uni<T> recall(Session session, UUID memberId, String key, String fingerprint, Class<T> answer) {
        return session.createNativeQuery(
                        "select fingerprint, response from idempotency_key where member_id = ?1 and key = ?2",
                        Object[].class)
                .setParameter(1, memberId)
                .setParameter(2, key)
                .getSingleResult()
                .map(row -> {
                    if (!fingerprint.equals(row[0])) {
                        throw Problem.unprocessable(
                                "idempotency-key-reused", "This Idempotency-Key was used for another request.");
                    }
                    return read((String) row[1], answer);
                });
    }

    /** Drops the answers kept for a member, who may have been shown own texts in them. Joins the caller's transaction. */
    public Uni<Void> forget(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from idempotency_key where member_id = ?1")
                        .setParameter(1, memberId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private String fingerprint(Object request) {
        try {
            String text = request.getClass().getName() + write(request);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept answer cannot be read as " + type.getSimpleName(), e);
        }
    }
}
