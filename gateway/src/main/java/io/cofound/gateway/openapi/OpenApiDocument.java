package io.cofound.gateway.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofound.gateway.routing.RouteTable;
import io.cofound.gateway.routing.RoutingConfig;
import io.cofound.gateway.upstream.Upstreams;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import org.jboss.logging.Logger;

/** The one document of the whole API, made of the services' own at run time. One that is down is left out, or old. */
@ApplicationScoped
class OpenApiDocument {

    private static final Logger LOG = Logger.getLogger(OpenApiDocument.class);
    private static final String PATH = "/q/openapi?format=json";

    private final OpenApiDocumentService own;
    private final RouteTable routes;
    private final Upstreams upstreams;
    private final OpenApiConfig config;
    private final ObjectMapper json;
    private final Map<String, URI> services = new TreeMap<>();
    private final Map<String, ObjectNode> lastSeen = new ConcurrentHashMap<>();
    private Future<ObjectNode> merged;
    private long validUntil;

    OpenApiDocument(
            OpenApiDocumentService own,
            RouteTable routes,
            RoutingConfig routing,
            Upstreams upstreams,
            OpenApiConfig config,
            ObjectMapper json) {
        this.own = own;
        this.routes = routes;
        this.upstreams = upstreams;
        this.config = config;
        this.json = json;
        routing.services().forEach((name, service) -> service.url().ifPresent(url -> services.put(name, url)));
    }

    /** The document; not to be changed. Many who ask at once ask the services once. */
    synchronized Future<ObjectNode> get() {
        if (merged == null || merged.isComplete() && System.nanoTime() - validUntil > 0) {
            merged = merge();
        }
        return merged;
    }

    private Future<ObjectNode> merge() {
        List<Future<Boolean>> answers = new ArrayList<>();
        services.forEach((name, url) -> answers.add(fetch(name, url)));
        return Future.all(answers).map(all -> {
            boolean complete = answers.stream().allMatch(Future::result);
            keepFor(complete ? config.complete() : config.incomplete());
            return mergeLastSeen();
        });
    }

    private synchronized void keepFor(Duration time) {
        validUntil = System.nanoTime() + time.toNanos();
    }

    private ObjectNode mergeLastSeen() {
        OpenApiMerge merge = new OpenApiMerge(ownDocument(), routes);
        List<String> missing = new ArrayList<>();
        for (String service : services.keySet()) {
            ObjectNode document = lastSeen.get(service);
            if (document == null) {
                missing.add(service);
            } else {
                merge.add(service, document);
            }
        }
        return merge.withMissing(missing);
    }

    /** @return whether it answered */
    private Future<Boolean> fetch(String service, URI url) {
        var request = upstreams
                .request(url)
                .setURI(PATH)
                .setIdleTimeout(config.timeLimit().toMillis());
        return upstreams
                .client()
                .request(request)
                .compose(HttpClientRequest::send)
                .expecting(answer -> answer.statusCode() == 200)
                .compose(HttpClientResponse::body)
                .map(body -> {
                    lastSeen.put(service, read(body.getBytes()));
                    return true;
                })
                .otherwise(failure -> {
                    LOG.infof("no OpenAPI document of %s: %s", service, failure.toString());
                    return false;
                });
    }

    private ObjectNode ownDocument() {
        return read(own.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
    }

    private ObjectNode read(byte[] document) {
        try {
            return (ObjectNode) json.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
