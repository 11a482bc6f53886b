package io.cofound.content.reading;

import java.util.function.Consumer;
import java.util.function.Supplier;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Work that no request waits for, on a Vert.x context of its own, as the database needs. */
final class Background {

    private Background() {}

    /** @param done gets null where the work answers nothing; exactly one of the two is called */
    static <T> void run(Vertx vertx, Supplier<Uni<T>> work, Consumer<T> done, Consumer<Throwable> failed) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(
                ignored -> Uni.createFrom().<T>deferred(work::get).subscribe().with(done, failed));
    }
}
