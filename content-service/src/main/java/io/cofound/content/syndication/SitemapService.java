package io.cofound.content.syndication;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.syndication.SitemapRepository.Row;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.joining;

/** Sitemaps as sitemaps.org/protocol.html has them. */
@ApplicationScoped
class SitemapService {

    private static final int MOST_URLS = 10_000;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    private final SitemapRepository repository;
    private final SiteConfig site;

    SitemapService(SitemapRepository repository, SiteConfig site) {
        this.repository = repository;
        this.site = site;
    }

    @WithSession
    Uni<Page<SitemapEntry>> entries(PageRequest page) {
        return repository.latest(page).map(rows -> Page.of(rows, page, SitemapRepository::cursor, this::entry));
    }

    @WithSession
    Uni<String> index() {
        return repository
                .buckets()
                .map(buckets -> HEAD + "<sitemapindex" + NAMESPACE
                        + buckets.stream()
                                .map(bucket -> element(
                                        "sitemap",
                                        new SitemapEntry(
                                                site.api("/sitemap/" + bucket.number() + ".xml"), bucket.updatedAt())))
                                .collect(joining())
                        + "</sitemapindex>\n");
    }

    /** @param number from the index */
    @WithSession
    Uni<String> file(int number) {
        if (number >= SitemapRepository.BUCKETS) {
            throw Problem.notFound("sitemap");
        }
        return repository
                .bucket(number, MOST_URLS)
                .map(rows -> HEAD + "<urlset" + NAMESPACE
                        + rows.stream().map(row -> element("url", entry(row))).collect(joining())
                        + "</urlset>\n");
    }

    private SitemapEntry entry(Row row) {
        return new SitemapEntry(site.post(row.postId()), row.updatedAt());
    }

    private static String element(String name, SitemapEntry entry) {
        return "<%1$s><loc>%2$s</loc><lastmod>%3$s</lastmod></%1$s>%n"
                .formatted(name, entry.url().replace("&", "&amp;").replace("<", "&lt;"), entry.lastModified());
    }
}
