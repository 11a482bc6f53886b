package io.cofound.community.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The download: one JSON file for each thing that each service keeps. A piece is read when the client has taken the one
 * before, and compressed off the event loop, so that the size of an export costs time and no memory.
 */
@ApplicationScoped
class ExportArchive {

    private record Piece(String service, int number, String file) {}

    private final Pool database;
    private final String readme;

    ExportArchive(Pool database) {
        this.database = database;
        try (InputStream text = ExportArchive.class.getResourceAsStream("/export/README.txt")) {
            this.readme = new String(text.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The archive in its order; nothing is read before it is asked for. */
    Multi<byte[]> of(UUID exportId) {
        ZipWriter zip = new ZipWriter();
        Multi<byte[]> begin = compressed(Uni.createFrom().item(readme), text -> zip.append("README.txt", text))
                .toMulti();
        Multi<byte[]> files = pieces(exportId)
                .onItem()
                .transformToMulti(pieces -> Multi.createFrom().iterable(pieces))
                .onItem()
                .transformToUniAndConcatenate(
                        piece -> compressed(items(exportId, piece), items -> zip.append(piece.file(), items)));
        Multi<byte[]> end =
                compressed(Uni.createFrom().item(""), nothing -> zip.finish()).toMulti();
        return Multi.createBy()
                .concatenating()
                .streams(begin, files, end)
                .select()
                .where(bytes -> bytes.length > 0);
    }

    /** The pieces of one file follow each other. */
    private Uni<List<Piece>> pieces(UUID exportId) {
        return database.preparedQuery(
                        "select service, name, number from export_piece where export_id = $1 order by service, name, number")
                .execute(Tuple.of(exportId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ExportArchive::piece)
                        .toList());
    }

    private Uni<String> items(UUID exportId, Piece piece) {
        return database.preparedQuery(
                        "select items from export_piece where export_id = $1 and service = $2 and number = $3")
                .execute(Tuple.of(exportId, piece.service(), piece.number()))
                .map(rows -> rows.iterator().next().getString("items"));
    }

    private static Piece piece(Row row) {
        String service = row.getString("service");
        return new Piece(service, row.getInteger("number"), service + "/" + row.getString("name") + ".json");
    }

    private static Uni<byte[]> compressed(Uni<String> text, Function<String, byte[]> compress) {
        return text.emitOn(Infrastructure.getDefaultWorkerPool()).map(compress);
    }
}
