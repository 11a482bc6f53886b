package io.cofound.content.link;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SourceUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "HTTPS://News.Example.ORG https://news.example.org/",
                "https://news.example.org:443/a https://news.example.org/a",
                "http://news.example.org:80/a http://news.example.org/a",
                "https://news.example.org:8443/a https://news.example.org:8443/a",
                "https://news.example.org:/a https://news.example.org/a",
                "https://news.example.org./a https://news.example.org/a",
                "https://news.example.org/a#part https://news.example.org/a",
                "https://news.example.org/a/ https://news.example.org/a/",
                "https://news.example.org/a?utm_source=x&UTM_Medium=y https://news.example.org/a",
                "https://news.example.org/a?fbclid=1&id=7&gclid=2&spm=a.b&from=wechat https://news.example.org/a?id=7",
                "https://news.example.org/a?%75tm_source=x https://news.example.org/a",
                "https://news.example.org/a?b=2&a=1&b=1 https://news.example.org/a?a=1&b=2&b=1",
                "https://news.example.org/a?fromage=brie https://news.example.org/a?fromage=brie",
                "https://news.example.org/a? https://news.example.org/a",
                "https://news.example.org/a?&&b https://news.example.org/a?b",
                "https://news.example.org/a/./b/../c https://news.example.org/a/c",
                "https://news.example.org/../a/.. https://news.example.org/",
                "https://news.example.org/%7eada/%e4%bd%a0 https://news.example.org/~ada/%E4%BD%A0",
                "https://news.example.org/创业 https://news.example.org/%E5%88%9B%E4%B8%9A",
                "https://新闻.example/a https://xn--efvy88h.example/a",
                "https://news.example.org/a|b?c=[d] https://news.example.org/a%7Cb?c=%5Bd%5D",
                "https://news.example.org/100% https://news.example.org/100%25",
                "https://news.example.org/a?q=%26b https://news.example.org/a?q=%26b",
                "https://news.example.org/'\"<> https://news.example.org/%27%22%3C%3E",
                "https://[2001:DB8::1]:443/a https://[2001:db8::1]/a",
            })
    void an_address_has_one_way_to_be_written(String typed, String canonical) {
        assertThat(SourceUrl.parse(typed)).map(SourceUrl::address).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://news.example.org/story?id=7",
                "https://NEWS.example.org/story?id=7#comments",
                "https://news.example.org/story/?id=7",
                "https://news.example.org/story//?id=7",
                "http://news.example.org:80/story?id=7&utm_campaign=x",
                " https://news.example.org/a/../story?spm=1&id=7&from=timeline&isappinstalled=0 ",
                "https://news.example.org/%73tory?id=7",
            })
    void whoever_passes_it_on_it_is_the_same_news(String typed) {
        assertThat(SourceUrl.parse(typed)).map(SourceUrl::key).contains("news.example.org/story?id=7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example.org/story?id=8",
                "https://news.example.org/Story?id=7",
                "https://other.example.org/story?id=7",
                "https://news.example.org:8443/story?id=7",
                "https://news.example.org/story",
                "https://news.example.org/story%2F?id=7",
            })
    void another_page_is_other_news(String typed) {
        assertThat(SourceUrl.parse(typed))
                .map(SourceUrl::key)
                .isPresent()
                .get()
                .isNotEqualTo("news.example.org/story?id=7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "news.example.org",
                "/story",
                "//news.example.org",
                "ftp://news.example.org",
                "javascript:alert(1)",
                "https:news.example.org",
                "https://",
                "https:///a",
                "https://?a",
                "https://ada@news.example.org/",
                "https://ada:secret@news.example.org/",
                "https://news.example.org\\@evil.example/",
                "https://news..example/",
                "https://-news.example/",
                "https://news.example.org:99999/",
                "https://news.example.org:0/",
                "https://news.example.org:80a/",
                "https://news .example/",
                "https://news.example.org/a b",
                "https://news.example.org/a\nb",
                "https://news.example.org/\u202eb",
                "https://news_.example/",
                "https://[::1",
                "https://%6eews.example.org/",
                "https://a,b.example/",
                "data:text/html,x",
            })
    void what_is_no_address_in_the_web_is_refused(String typed) {
        assertThat(SourceUrl.parse(typed)).isEmpty();
    }

    @Test
    void what_is_too_long_for_a_key_is_refused() {
        assertThat(SourceUrl.parse("https://news.example.org/" + "a".repeat(1975)))
                .isPresent();
        assertThat(SourceUrl.parse("https://news.example.org/" + "a".repeat(1976)))
                .isEmpty();
        assertThat(SourceUrl.parse("https://news.example.org/" + "你".repeat(300)))
                .isEmpty();
        assertThat(SourceUrl.parse("https://news.example.org/" + "%".repeat(700)))
                .isEmpty();
    }

    @Property
    void what_is_canonical_stays_as_it_is(@ForAll String path, @ForAll String query) {
        SourceUrl.parse("https://news.example.org/" + path + "?" + query)
                .ifPresent(once -> assertThat(SourceUrl.parse(once.address())).contains(once));
    }

    @Property
    void anything_else_is_no_address_and_no_failure(@ForAll String text) {
        assertThat(SourceUrl.parse(text)).isEmpty();
    }
}
