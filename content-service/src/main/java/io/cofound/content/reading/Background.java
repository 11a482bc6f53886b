package io.cofound.content.reading;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

/** Work that no request waits for, on a Vert.x context of its own, as the database needs. */
final class Background {

    private Background() {}

    /** @param done gets null where the work answers nothing */
    static <T> void run(Supplier<Uni<T>> work, Consumer<T> done, Consumer<Throwable> failed) {
        VertxContextSupport.subscribe(
                () -> work.get().map(Optional::ofNullable).toMulti(),
                answers -> answers.with(result -> done.accept(result.orElse(null)), failed));
    }
}
