package io.cofound.content.syndication;

import java.util.UUID;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where people read what this service keeps. */
@ConfigMapping(prefix = "cofound.site")
interface SiteConfig {

    /** Of the web frontend, without a slash at the end. */
    @WithDefault("https://example.org")
    String url();

    /** Of this API as the world sees it, below the frontend's. */
    @WithDefault("/api/v1")
    String apiPath();

    /** Of a post, with {@code {id}} in it. */
    @WithDefault("/posts/{id}")
    String postPath();

    /** Of a community, with {@code {id}} in it. */
    @WithDefault("/communities/{id}")
    String communityPath();

    default String post(UUID id) {
        return url() + postPath().replace("{id}", id.toString());
    }

    default String community(UUID id) {
        return url() + communityPath().replace("{id}", id.toString());
    }

    default String api(String path) {
        return url() + apiPath() + path;
    }
}
