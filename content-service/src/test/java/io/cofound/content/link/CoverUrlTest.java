package io.cofound.content.link;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CoverUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://img.example.org/a.png https://img.example.org/a.png",
                "HTTPS://IMG.example.org:443/a.png#x https://img.example.org/a.png",
                "https://img.example.org/a.png?sig=b&a=%2f&from=x https://img.example.org/a.png?sig=b&a=%2f&from=x",
                "https://图.example/图.png https://xn--wcs.example/%E5%9B%BE.png",
                "https://10.example.org/a https://10.example.org/a",
                "https://local.example.org/a https://local.example.org/a",
                "https://localhost.example.org/a https://localhost.example.org/a",
            })
    void a_picture_under_a_public_name_is_taken(String typed, String kept) {
        assertThat(CoverUrl.parse(typed)).map(CoverUrl::address).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://img.example.org/a.png",
                "https://img.example.org:8443/a.png",
                "https://img.example.org:80/a.png",
                "https://ada:secret@img.example.org/a.png",
                "https://localhost/a",
                "https://LOCALHOST./a",
                "https://a.localhost/",
                "https://printer.local/a",
                "https://printer.local./a",
                "https://db.internal/a",
                "https://metadata.google.internal/",
                "https://intranet/a",
                "https://router.lan/",
                "https://x.home.arpa/",
                "https://127.0.0.1/a",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://0/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://127.0.0.1./",
                "https://１２７.０.０.１/",
                "https://127。0。0。1/",
                "https://ⓛocalhost/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[::]/",
                "https://%6cocalhost/",
                "https://img.example.org\\@localhost/",
                "//img.example.org/a.png",
                "data:image/png;base64,iVBORw0KGgo=",
                "javascript:alert(1)",
                "https:/img.example.org",
                "https://img.example.org@10.0.0.1/",
                "https://localhost#.example.org",
                "https://localhost?.example.org",
                "https://x.0x/",
            })
    void what_is_not_public_or_not_safe_is_refused(String typed) {
        assertThat(CoverUrl.parse(typed)).isEmpty();
    }
}
