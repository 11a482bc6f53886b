package io.cofound.content.syndication;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class SyndicationService {

    private final SyndicationRepository repository;
    private final XmlFeed xml;
    private final ObjectMapper json;
    private final SiteConfig site;

    SyndicationService(SyndicationRepository repository, XmlFeed xml, ObjectMapper json, SiteConfig site) {
        this.repository = repository;
        this.xml = xml;
        this.json = json;
        this.site = site;
    }

    /** Fails with 404 unless the community is public, for its members too: programs that read feeds have no token. */
    @WithSession
    Uni<SyndicatedCommunity> find(UUID communityId) {
        return repository.find(communityId).onItem().ifNull().failWith(() -> Problem.notFound("community"));
    }

    /** Changes when anything in the feed does, and when this service is told to link elsewhere. */
    String tag(SyndicatedCommunity community, SyndicationFormat format) {
        Fingerprint fingerprint = new Fingerprint()
                .with(format)
                .with(site.post(community.id()))
                .with(site.community(community.id()))
                .with(site.api(""))
                .with(community.revision());
        community
                .posts()
                .forEach(post ->
                        fingerprint.with(post.id()).with(post.revision()).with(post.authorName()));
        return fingerprint.text();
    }

    /** Takes a moment of computing: not for the event loop. */
    String write(SyndicatedCommunity community, SyndicationFormat format) {
        return switch (format) {
            case RSS, ATOM -> xml.write(community, format);
            case JSON -> write(JsonFeed.of(community, site));
        };
    }

    private String write(JsonFeed feed) {
        try {
            return json.writeValueAsString(feed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a feed that cannot be written", e);
        }
    }
}
