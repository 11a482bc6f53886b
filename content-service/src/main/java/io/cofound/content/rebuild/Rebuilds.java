package io.cofound.content.rebuild;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * Writes collections anew in the background, batch by batch, one at a time: those that an operator asked for, and those
 * that somebody dropped. Goes on after a crash where it was, on whichever instance.
 */
@ApplicationScoped
class Rebuilds {

    private static final Logger LOG = Logger.getLogger(Rebuilds.class);

    /** Keys in one batch. */
    static final int BATCH = 100;

    private final List<RebuildableDocuments> all;
    private final RebuildMarkers markers;

    Rebuilds(@All List<RebuildableDocuments> all, RebuildMarkers markers) {
        this.all = all;
        this.markers = markers;
    }

    List<String> collections() {
        return all.stream().map(RebuildableDocuments::collection).sorted().toList();
    }

    @Scheduled(every = "{cofound.rebuilds.look-after}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> lookAfter() {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(this::lookAfter)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> lookAfter(RebuildableDocuments documents) {
        String collection = documents.collection();
        return markers.find(collection)
                .chain(rebuild -> rebuild == null
                        ? beginMissing(collection)
                        : Uni.createFrom().voidItem())
                .chain(() -> markers.claim(collection))
                .chain(mine -> mine ? run(documents) : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "%s: not rebuilt now (%s)",
                        collection, failure.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> beginMissing(String collection) {
        LOG.infof("%s: nothing is there, and it is rebuilt", collection);
        return markers.begin(collection);
    }

    private Uni<Void> run(RebuildableDocuments documents) {
        return Multi.createBy()
                .repeating()
                .uni(() -> batch(documents))
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni();
    }

    /** @return whether there may be more to do */
    private Uni<Boolean> batch(RebuildableDocuments documents) {
        String collection = documents.collection();
        return markers.find(collection).chain(rebuild -> {
            if (rebuild == null) {
                return Uni.createFrom().item(false);
            }
            Uni<List<String>> next = rebuild.next().isEmpty()
                    ? documents.keysAfter(rebuild.last(), BATCH)
                    : Uni.createFrom().item(rebuild.next());
            return next.chain(
                    keys -> keys.isEmpty() ? markers.finish(collection).replaceWith(false) : write(documents, keys));
        });
    }

    /** What is going to be written is noted first: were it not, a crash could leave a document that nobody looks at again. */
    private Uni<Boolean> write(RebuildableDocuments documents, List<String> keys) {
        String collection = documents.collection();
        return markers.writing(collection, keys)
                .chain(mine -> mine
                        ? documents.refresh(keys).chain(() -> markers.written(collection, keys))
                        : Uni.createFrom().item(false));
    }
}
