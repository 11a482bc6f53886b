package io.cofound.moderation.opinion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "write to ada.li@mail.example now|write to [mail] now",
                "电话 13800138000 找我|电话 [phone] 找我",
                "call +44 20 7946 0958|call [phone]",
                "身份证 11010519491231002X|身份证 [id]",
                "card 4111 1111 1111 1111 ok|card [card] ok",
                "IBAN DE89 3704 0044 0532 0130 00|IBAN [account]",
                "send to 0x52908400098527886E0F7030069857D2E4169EE7|send to [wallet]",
                "加微信：founder_88|加[messenger]",
                "ask @somebody there|ask [handle] there",
            })
    void takes_out_what_identifies_or_pays_somebody(String text, String left) {
        assertThat(PersonalData.removedFrom(text)).isEqualTo(left);
    }

    @Test
    void leaves_what_a_business_talks_about() {
        String text = "MRR from 12,400 to 31,000 in 2026, p99 at 480 ms, 61% yield after 3 runs, ¥29800 a year";

        assertThat(PersonalData.removedFrom(text)).isEqualTo(text);
    }
}
