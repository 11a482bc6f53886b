package io.cofound.local.documents;

import java.nio.file.Files;
import java.nio.file.Path;

import de.bwaldvogel.mongo.MongoServer;
import org.h2.mvstore.MVStore;

/**
 * Runs the document store on the loopback interface until it is asked to stop.
 *
 * <p>Arguments: the data folder and the port.
 */
public final class DocumentStore {

    private DocumentStore() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("usage: DocumentStore <data folder> <port>");
            System.exit(2);
        }
        var data = Files.createDirectories(Path.of(arguments[0]));
        var store = new MVStore.Builder()
                .fileName(data.resolve("documents.mv").toString())
                .open();
        // A committed version is all that is ever read again.
        store.setVersionsToKeep(0);

        var server = new MongoServer(new CommitBeforeReply(store));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.bind("127.0.0.1", Integer.parseInt(arguments[1]));
    }
}
