package io.cofound.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One believable event of each type, as it is on the wire: what producers and consumers are tested against. */
public final class Samples {

    private Samples() {}

    /**
     * The newest golden sample of an event.
     *
     * @return the data of the CloudEvent, JSON
     * @throws IllegalArgumentException if the event has no sample
     */
    public static String json(Class<? extends Event> event) {
        int newest = 0;
        while (Samples.class.getResource(resource(event, newest + 1)) != null) {
            newest++;
        }
        if (newest == 0) {
            throw new IllegalArgumentException("No sample of " + event.getName());
        }
        try (InputStream sample = Samples.class.getResourceAsStream(resource(event, newest))) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(Class<? extends Event> event, int minor) {
        return "/samples/%s/%d.json".formatted(EventCatalog.typeOf(event), minor);
    }
}
