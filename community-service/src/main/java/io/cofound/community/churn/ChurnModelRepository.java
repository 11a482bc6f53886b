package io.cofound.community.churn;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Keeps models over restarts. Every method joins the caller's session. */
@ApplicationScoped
class ChurnModelRepository {

    private static final Logger LOG = Logger.getLogger(ChurnModelRepository.class);

    /** People change their ways: what was learned longer ago is not used. */
    private static final Duration LONGEST_USE = Duration.ofDays(90);

    static final String LATEST = "select model from churn_model where trained_at > ?1 order by trained_at desc limit 1";

    private final ObjectMapper json;

    ChurnModelRepository(ObjectMapper json) {
        this.json = json;
    }

    /** Empty when there is none, or none that this build can read. */
    Uni<Optional<LearnedModel>> latest() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LATEST, String.class)
                        .setParameter(1, Instant.now().minus(LONGEST_USE))
                        .getSingleResultOrNull())
                .map(model -> Optional.ofNullable(model).flatMap(this::read));
    }

    Uni<Void> keep(LearnedModel model) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from churn_model where trained_at <= ?1")
                        .setParameter(1, Instant.now().minus(LONGEST_USE))
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(
                                        "insert into churn_model (id, trained_at, model) values (?1, ?2, ?3)")
                                .setParameter(1, UuidCreator.getTimeOrderedEpoch())
                                .setParameter(2, model.trainedAt())
                                .setParameter(3, write(model))
                                .executeUpdate()))
                .replaceWithVoid();
    }

    private Optional<LearnedModel> read(String model) {
        try {
            return Optional.of(json.readValue(model, LearnedModel.class));
        } catch (JsonProcessingException e) {
            LOG.warnf("The churn model is another build's; plain rules stand in until the next training");
            return Optional.empty();
        }
    }

    private String write(LearnedModel model) {
        try {
            return json.writeValueAsString(model);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a model is plain numbers", e);
        }
    }
}
