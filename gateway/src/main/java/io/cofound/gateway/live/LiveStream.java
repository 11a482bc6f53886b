package io.cofound.gateway.live;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** One client that listens. What waits for it is bounded: who reads too slowly is told so and let go. */
final class LiveStream {

    /** Why a stream ended; its name is that of the last event. */
    enum End {
        OVERFLOW("You read too slowly. Fetch what you missed and come back."),
        EXPIRED("Your token expired. Come back with a new one."),
        CLOSING("The gateway is going down. Come back at once.");

        private final String reason;

        End(String reason) {
            this.reason = reason;
        }

        Buffer event() {
            return ServerSentEvent.of(
                    null, name().toLowerCase(java.util.Locale.ROOT), "{\"reason\":\"" + reason + "\"}");
        }
    }

    /** Writes that were handed to the event loop and have not been made; more than it ever takes when it keeps up. */
    private static final int MOST_HANDED_OVER = 256;

    private final UUID member;
    private final Instant expiry;
    private final HttpServerResponse response;
    private final Context context;
    private final LiveConfig config;
    private final AtomicInteger handedOver = new AtomicInteger();
    private boolean ended;

    /** @param expiry when the member's token is no longer valid */
    LiveStream(UUID member, Instant expiry, HttpServerResponse response, Context context, LiveConfig config) {
        this.member = member;
        this.expiry = expiry;
        this.response = response;
        this.context = context;
        this.config = config;
    }

    UUID member() {
        return member;
    }

    /** To be called on the event loop, once. */
    void open() {
        response.setChunked(true)
                .setWriteQueueMaxSize((int) config.buffer().asLongValue())
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        write(ServerSentEvent.retry(config.retry()));
    }

    /** Any thread. */
    void send(Buffer event) {
        int waiting = handedOver.incrementAndGet();
        if (waiting > MOST_HANDED_OVER) {
            if (waiting == MOST_HANDED_OVER + 1) {
                end(End.OVERFLOW);
            }
            return;
        }
        context.runOnContext(loop -> {
            handedOver.decrementAndGet();
            write(event);
        });
    }

    /** Any thread. Shows that the stream lives, or ends it when the member's token does. */
    void beat(Instant now) {
        if (now.isBefore(expiry)) {
            send(ServerSentEvent.comment("still here"));
        } else {
            end(End.EXPIRED);
        }
    }

    /** Any thread. */
    void end(End end) {
        context.runOnContext(loop -> finish(end));
    }

    private void write(Buffer event) {
        if (ended || response.closed()) {
            return;
        }
        if (response.writeQueueFull()) {
            finish(End.OVERFLOW);
        } else {
            response.write(event);
        }
    }

    private void finish(End end) {
        if (ended) {
            return;
        }
        ended = true;
        Vertx vertx = context.owner();
        // A client that does not even read this is cut off.
        long farewell = vertx.setTimer(config.farewell().toMillis(), timer -> response.reset());
        response.end(end.event()).onComplete(sent -> vertx.cancelTimer(farewell));
    }
}
