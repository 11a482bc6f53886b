package io.cofound.content.syndication;

import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import org.jdom2.Verifier;

import static java.util.stream.Collectors.joining;

/** RSS 2.0 and Atom 1.0. */
@ApplicationScoped
class XmlFeed {

    private static final String NOBODY = "former member";

    private final SiteConfig site;

    XmlFeed(SiteConfig site) {
        this.site = site;
    }

    String write(SyndicatedCommunity community, SyndicationFormat format) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType(format == SyndicationFormat.RSS ? "rss_2.0" : "atom_1.0");
        feed.setUri(community.urn());
        feed.setTitle(xml(community.name()));
        feed.setDescription(xml(community.description().isBlank() ? community.name() : community.description()));
        if (!community.language().isBlank()) {
            feed.setLanguage(xml(community.language()));
        }
        feed.setLink(site.community(community.id()));
        feed.setLinks(List.of(
                link("alternate", site.community(community.id()), "text/html"),
                link(
                        "self",
                        site.api("/communities/" + community.id() + "/" + format.fileName()),
                        format.mediaType())));
        community.updatedAt().map(Date::from).ifPresent(feed::setPublishedDate);
        feed.setEntries(community.posts().stream().map(this::entry).toList());
        try {
            return new SyndFeedOutput().outputString(feed, false);
        } catch (FeedException e) {
            throw new IllegalStateException("a feed that cannot be written", e);
        }
    }

    private SyndEntry entry(SyndicatedPost post) {
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri(post.urn());
        entry.setTitle(xml(post.title()));
        entry.setLink(site.post(post.id()));
        entry.setAuthors(List.of(author(post)));
        entry.setAuthor(xml(name(post)));
        entry.setPublishedDate(Date.from(post.publishedAt()));
        entry.setUpdatedDate(Date.from(post.updatedAt()));
        entry.setCategories(Stream.of(post.tags()).map(XmlFeed::category).toList());
        SyndContent content = new SyndContentImpl();
        content.setType("html");
        content.setValue(xml(post.html()));
        entry.setContents(List.of(content));
        return entry;
    }

    private static SyndPerson author(SyndicatedPost post) {
        SyndPerson person = new SyndPersonImpl();
        person.setName(xml(name(post)));
        return person;
    }

    private static String name(SyndicatedPost post) {
        return post.authorName() == null ? NOBODY : post.authorName();
    }

    private static SyndCategory category(String tag) {
        SyndCategory category = new SyndCategoryImpl();
        category.setName(xml(tag));
        return category;
    }

    private static SyndLink link(String rel, String href, String type) {
        SyndLink link = new SyndLinkImpl();
        link.setRel(rel);
        link.setHref(href);
        link.setType(type);
        return link;
    }

    /** Members may have written what XML has no way to write. */
    private static String xml(String text) {
        return text.codePoints()
                .filter(Verifier::isXMLCharacter)
                .mapToObj(Character::toString)
                .collect(joining());
    }
}
