package io.cofound.content.syndication;

/** In what form a community's posts are read elsewhere. */
enum SyndicationFormat {
    RSS("application/rss+xml;charset=UTF-8", "feed.rss"),
    ATOM("application/atom+xml;charset=UTF-8", "feed.atom"),
    JSON("application/feed+json;charset=UTF-8", "feed.json");

    private final String mediaType;
    private final String fileName;

    SyndicationFormat(String mediaType, String fileName) {
        this.mediaType = mediaType;
        this.fileName = fileName;
    }

    String mediaType() {
        return mediaType;
    }

    String fileName() {
        return fileName;
    }
}
