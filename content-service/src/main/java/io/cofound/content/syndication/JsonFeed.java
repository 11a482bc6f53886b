package io.cofound.content.syndication;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** JSON Feed 1.1, its names as its specification (jsonfeed.org/version/1.1) has them. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") String feedUrl,
        String description,
        String language,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Item> items) {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_html") String contentHtml,
            @JsonProperty("date_published") Instant datePublished,
            @JsonProperty("date_modified") Instant dateModified,
            List<FeedAuthor> authors,
            List<String> tags,
            String language) {

        static Item of(SyndicatedPost post, SiteConfig site) {
            return new Item(
                    post.urn(),
                    site.post(post.id()),
                    post.title(),
                    post.html(),
                    post.publishedAt(),
                    post.updatedAt(),
                    Stream.ofNullable(post.authorName()).map(FeedAuthor::new).toList(),
                    List.of(post.tags()),
                    post.language());
        }
    }

    record FeedAuthor(String name) {}

    static JsonFeed of(SyndicatedCommunity community, SiteConfig site) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                community.name(),
                site.community(community.id()),
                site.api("/communities/" + community.id() + "/" + SyndicationFormat.JSON.fileName()),
                community.description(),
                community.language(),
                community.posts().stream().map(post -> Item.of(post, site)).toList());
    }
}
