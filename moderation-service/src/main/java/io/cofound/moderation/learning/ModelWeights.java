package io.cofound.moderation.learning;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What a version learnt; about a megabyte, so that it lies apart from what lists show. */
@Entity
class ModelWeights {

    @Id
    String version;

    byte[] weights;

    protected ModelWeights() {}

    ModelWeights(String version, byte[] weights) {
        this.version = version;
        this.weights = weights;
    }
}
