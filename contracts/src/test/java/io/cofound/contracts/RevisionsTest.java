package io.cofound.contracts;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RevisionsTest {

    private static final String TYPE = "io.cofound.content.post.pondered.v1";

    @TempDir
    Path folder;

    private Revisions schemas;

    @BeforeEach
    void aPublishedEvent() {
        schemas = new Revisions(folder);
        schemas.write(TYPE, changed(schema -> {}));
    }

    @Test
    void anUnchangedEventKeepsItsRevision() {
        // When
        schemas.write(TYPE, changed(schema -> {}));

        // Then
        assertThat(schemas.of(TYPE)).containsExactly(1);
    }

    @Test
    void anAdditionIsTheNextRevision() {
        // When
        schemas.write(TYPE, changed(schema -> addOptional(schema, "queue")));

        // Then
        assertThat(schemas.of(TYPE)).containsExactly(1, 2);
        assertThat(schemas.json(TYPE, 1).at("/properties/queue").isMissingNode())
                .isTrue();
        assertThat(schemas.json(TYPE, 2).at("/properties/queue").isObject()).isTrue();
        assertThat(schemas.json(TYPE, 2).path("$id").asString()).endsWith(TYPE + ":2");
    }

    @Test
    void otherWordsAreTheSameRevision() {
        // When
        schemas.write(TYPE, changed(schema -> schema.put("description", "Somebody has to look.")));

        // Then
        assertThat(schemas.of(TYPE)).containsExactly(1);
        assertThat(schemas.json(TYPE, 1).path("description").asString()).isEqualTo("Somebody has to look.");
    }

    @Test
    void aChangeThatBreaksAnyEarlierRevisionIsNotWritten() {
        // Given
        schemas.write(TYPE, changed(schema -> addOptional(schema, "queue")));
        schemas.write(TYPE, changed(schema -> {
            addOptional(schema, "queue");
            addOptional(schema, "priority");
        }));

        // When
        assertThatIllegalStateException()
                .isThrownBy(() -> schemas.write(TYPE, changed(schema -> addOptional(schema, "priority"))))
                .withMessageContaining("breaks revision 2")
                .withMessageContaining("/queue: property removed");

        // Then
        assertThat(schemas.of(TYPE)).containsExactly(1, 2, 3);
    }

    private static void addOptional(ObjectNode schema, String name) {
        schema.withObject("/properties").putObject(name).put("type", "string");
    }

    private static IntFunction<ObjectNode> changed(Consumer<ObjectNode> change) {
        return minor -> {
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            schema.put("$id", "urn:cofound:event:%s:%d".formatted(TYPE, minor));
            schema.withObject("/properties").putObject("postId").put("type", "string");
            schema.withArray("required").add("postId");
            change.accept(schema);
            return schema;
        };
    }
}
