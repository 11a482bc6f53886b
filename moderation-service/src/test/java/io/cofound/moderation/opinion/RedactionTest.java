package io.cofound.moderation.opinion;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "write to ada.li@mail.example now|write to [mail] now",
                "ada.li (at) mail (dot) example now|[mail] now",
                "ada at mail dot com|[mail]",
                "写信到 ａｄａ＠ｍａｉｌ．ｅｘａｍｐｌｅ 吧|写信到 [mail] 吧",
                "ada\u200b@mail.example|[mail]",
                "电话 13800138000 找我|电话 [phone] 找我",
                "电话 138-0013-8000 找我|电话 [phone] 找我",
                "找我 138 0013 8000 谢谢|找我 [phone] 谢谢",
                "找我 １３８００１３８０００ 谢谢|找我 [phone] 谢谢",
                "找我 一三八零零一三八零零零 谢谢|找我 [phone] 谢谢",
                "找我 1 3 8 0 0 1 3 8 0 0 0 谢谢|找我 [phone] 谢谢",
                "找我 +86 13800138000|找我 [phone]",
                "座机 010-62345678 转 2|座机 [phone] 转 2",
                "客服 400-820-8820|客服 [phone]",
                "call +44 20 7946 0958|call [phone]",
                "call +1 (415) 555-0132 today|call [phone] today",
                "call (415) 555-0132|call [phone]",
                "call 415-555-0132|call [phone]",
                "tel 0044 20 7946 0958|tel [phone]",
                "call me at 7946 0958 tomorrow|call me at [phone] tomorrow",
                "身份证 11010519491231002X|身份证 [id]",
                "她是 11010519491231002x 没错|她是 [id] 没错",
                "身份证号：110105194912310021|身份证号：[id]",
                "passport no E12345678|passport no [id]",
                "护照号 E12345678|护照号 [id]",
                "SSN 078-05-1120|SSN [id]",
                "card 4111 1111 1111 1111 ok|card [card] ok",
                "card 4111-1111-1111-1111 ok|card [card] ok",
                "卡号 6222021234567890123|卡号 [card]",
                "IBAN DE89 3704 0044 0532 0130 00|IBAN [account]",
                "IBAN GB82WEST12345698765432|IBAN [account]",
                "send to 0x52908400098527886E0F7030069857D2E4169EE7|send to [wallet]",
                "send to 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2|send to [wallet]",
                "send to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq|send to [wallet]",
                "打到 TJRabPrwbZy45sbavfcjinPJC18kjpRTv8 就行|打到 [wallet] 就行",
                "加微信：founder_88|加[messenger]",
                "加微信foundermei|加[messenger]",
                "加 vx founder_88 聊|加 [messenger] 聊",
                "我的微信号是 founder88 哈|我的[messenger] 哈",
                "QQ：12345678|[messenger]",
                "WeChat ID: founder_mei please|[messenger] please",
                "telegram @founder_mei please|[messenger] please",
                "see t.me/founder_mei please|see [messenger] please",
                "ask @somebody there|ask [handle] there",
            })
    void takes_out_what_identifies_or_pays_somebody(String text, String left) {
        assertThat(Redaction.of(text).text()).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MRR from 12,400 to 31,000 in 2026, p99 at 480 ms, 61% yield after 3 runs, ¥29800 a year",
                "订单号 20261124123456789 已发货，2026-11-24 10:30:00 签收",
                "二〇二六年十一月二十四日，一共一百二十三万四千五百元",
                "order 4111111111111112 was refunded",
                "invoice 202611240001234567 is paid",
                "commit 9a5eb54c0ffee1234567890abcdef1234567890a fixed it",
                "550e8400-e29b-41d4-a716-446655440000 is the request",
                "version 1.25.300.4000, host 192.168.100.200, port 8080",
                "WeChat payments and a WeChat mini program, WhatsApp business, Telegram channels",
                "微信小程序和微信支付都接好了",
                "we met at example.com and grew 10 to 100 to 1000 to 10000",
                "from 2019-2020 to 2024-2025 revenue was 1,380,013,800 yen",
                "0.1380013800 is a ratio, 3.14159265358979 is another",
                "ISO 9001, GB 11643, RFC 9457, DE 2026 and UTF-8",
            })
    void leaves_what_a_business_talks_about(String text) {
        assertThat(Redaction.of(text)).isEqualTo(new Redacted(text, Map.of()));
    }

    @Test
    void counts_what_was_there_by_kind() {
        Redacted redacted = Redaction.of("a@b.example c@d.example, 13800138000 或 13900139000，微信号：founder_1");

        assertThat(redacted.removed()).isEqualTo(Map.of("mail", 2, "phone", 2, "messenger", 1));
    }

    @Test
    void a_long_text_of_what_almost_matches_takes_no_time_to_speak_of() {
        String text = "1 ".repeat(10_000) + "a.".repeat(5_000) + "微信 ".repeat(3_000);

        assertTimeoutPreemptively(Duration.ofSeconds(3), () -> Redaction.of(text));
    }
}
