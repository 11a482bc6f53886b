package io.cofound.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed minor revisions of every event's schema or sample: {@code <folder>/<ce type>/<minor>.json}.
 *
 * @param folder holds one folder for each event type
 */
record Revisions(Path folder) {

    /** Started with {@code -Dcontracts.write=true}, the tests write what is generated instead of failing. */
    static final boolean WRITE = Boolean.getBoolean("contracts.write");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ObjectWriter PRETTY = JSON.writer()
            .with(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    static Revisions schemas() {
        return new Revisions(Path.of("src/main/resources/schemas"));
    }

    static Revisions samples() {
        return new Revisions(Path.of("src/main/resources/samples"));
    }

    List<String> types() {
        try (Stream<Path> types = Files.list(folder)) {
            return types.map(type -> type.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The minor revisions of a type in ascending order; empty if there are none. */
    List<Integer> of(String type) {
        if (Files.notExists(folder.resolve(type))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(type))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int newest(String type) {
        return of(type).stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    String text(String type, int minor) {
        try {
            return Files.readString(file(type, minor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode json(String type, int minor) {
        return JSON.readTree(text(type, minor));
    }

    static String pretty(JsonNode json) {
        return PRETTY.writeValueAsString(json) + "\n";
    }

    /**
     * Writes a schema as the next minor revision, or over the newest one if nothing but its words changed.
     *
     * @param generated the schema with the given minor revision
     * @throws IllegalStateException if it would break readers or writers of an earlier revision
     */
    void write(String type, IntFunction<? extends JsonNode> generated) {
        int newest = newest(type);
        for (int minor : of(type)) {
            List<String> breaks = Compatibility.breaks(json(type, minor), generated.apply(minor));
            if (!breaks.isEmpty()) {
                throw new IllegalStateException(
                        "%s breaks revision %d, publish a new version beside it: %s".formatted(type, minor, breaks));
            }
        }
        boolean sameShape = newest > 0
                && Compatibility.breaks(generated.apply(newest), json(type, newest))
                        .isEmpty();
        int minor = sameShape ? newest : newest + 1;
        try {
            Files.createDirectories(folder.resolve(type));
            Files.writeString(file(type, minor), pretty(generated.apply(minor)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String type, int minor) {
        return folder.resolve(type).resolve(minor + ".json");
    }
}
