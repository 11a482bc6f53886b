package io.cofound.local.documents;

import java.util.Set;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/**
 * Commits what a command changed before the client is told that it succeeded, so that an acknowledged write outlives the
 * process. By itself the store commits once a second and loses up to that much.
 */
final class CommitBeforeReply extends H2Backend {

    /** Commands that change nothing; all others are taken for writes. */
    private static final Set<String> READS = Set.of(
            "find",
            "getMore",
            "count",
            "distinct",
            "killCursors",
            "hello",
            "isMaster",
            "ismaster",
            "ping",
            "endSessions");

    CommitBeforeReply(MVStore store) {
        super(store);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var command = message.getDocument().keySet().iterator().next();
        try {
            return super.handleMessage(message);
        } finally {
            commitUnlessRead(command);
        }
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            commitUnlessRead(command);
        }
    }

    private void commitUnlessRead(String command) {
        if (!READS.contains(command)) {
            commit();
        }
    }
}
