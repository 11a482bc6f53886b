package io.cofound.gateway.upstream;

import java.net.URI;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

/** Connections to the services: pooled, bounded, and never waited for without limit. */
@ApplicationScoped
public class Upstreams {

    private final HttpClient client;
    private final UpstreamConfig config;

    Upstreams(Vertx vertx, UpstreamConfig config) {
        this.config = config;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) config.connectLimit().toMillis()),
                new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.waiting()));
    }

    public HttpClient client() {
        return client;
    }

    /** A request to the service at this address that ends within the limits. */
    public RequestOptions request(URI service) {
        boolean secure = "https".equals(service.getScheme());
        int standardPort = secure ? 443 : 80;
        return new RequestOptions()
                .setSsl(secure)
                .setHost(service.getHost())
                .setPort(service.getPort() < 0 ? standardPort : service.getPort())
                .setConnectTimeout(config.connectLimit().toMillis())
                .setIdleTimeout(config.timeLimit().toMillis());
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
