package io.cofound.content.syndication;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;

import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/sitemap")
@Tag(name = "syndication")
class SitemapResource {

    private static final int FRESH_SECONDS = 3_600;
    private static final String XML = "application/xml;charset=UTF-8";

    private final SitemapService sitemap;

    SitemapResource(SitemapService sitemap) {
        this.sitemap = sitemap;
    }

    @GET
    @Operation(summary = "Addresses of every public post, latest first")
    public Uni<Page<SitemapEntry>> entries(@BeanParam @Valid PageRequest page) {
        return sitemap.entries(page);
    }

    @GET
    @Produces(XML)
    @Path("/index.xml")
    @Operation(summary = "The sitemap's files")
    public Uni<Response> index() {
        return sitemap.index().map(SitemapResource::answer);
    }

    @GET
    @Produces(XML)
    @Path("/{number: [0-9]+}.xml")
    @Operation(summary = "Addresses of public posts, at most 10,000")
    public Uni<Response> file(int number) {
        return sitemap.file(number).map(SitemapResource::answer);
    }

    private static Response answer(String xml) {
        CacheControl caching = new CacheControl();
        caching.setMaxAge(FRESH_SECONDS);
        return Response.ok(xml).type(XML).cacheControl(caching).build();
    }
}
