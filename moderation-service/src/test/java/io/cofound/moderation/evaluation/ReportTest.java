package io.cofound.moderation.evaluation;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofound.contracts.moderation.Action;
import io.cofound.moderation.classify.Outcome;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTest {

    private static final Report REPORT = Report.of(
            "texts.tsv",
            "local-1+rules-1",
            Map.of(
                    "en",
                    List.of(outcome("OK", "OK", Action.PUBLISH), outcome("SPAM", "OK", Action.PUBLISH)),
                    "zh",
                    List.of(outcome("SPAM", "SPAM", Action.HOLD))));

    @Test
    void counts_what_was_said_against_what_people_said() {
        assertThat(REPORT.confusion()).isEqualTo(Map.of("OK", Map.of("OK", 1), "SPAM", Map.of("OK", 1, "SPAM", 1)));
        assertThat(REPORT.actions())
                .isEqualTo(Map.of("OK", Map.of("PUBLISH", 1), "SPAM", Map.of("PUBLISH", 1, "HOLD", 1)));
    }

    @Test
    void tells_all_and_each_language() {
        assertThat(REPORT.figures()).containsOnlyKeys("all", "en", "zh");
        assertThat(REPORT.figures().get("zh").accuracy()).isEqualTo(1);
        assertThat(REPORT.figures().get("en").accuracy()).isEqualTo(0.5);
        assertThat(REPORT.asText()).contains("texts.tsv", "local-1+rules-1", "macro-F1", "calibration");
    }

    @Test
    void a_file_that_asks_for_one_label_is_counted_by_it() {
        Report asked = Report.of(
                "abuse.tsv",
                "local-1",
                Map.of(
                        "en",
                        List.of(outcome("ABUSE", "ABUSE", Action.HOLD), outcome("NOT_ABUSE", "ABUSE", Action.HOLD))));

        assertThat(asked.figures().get("all").labels()).containsOnlyKeys("ABUSE", "NOT_ABUSE");
        assertThat(asked.figures().get("all").labels().get("ABUSE").precision()).isEqualTo(0.5);
    }

    @Test
    void plots_are_well_formed() throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Plots.of(REPORT))));

        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(1);
    }

    @Test
    void json_has_everything() {
        JsonNode json = new ObjectMapper().valueToTree(REPORT);

        assertThat(json.at("/figures/all/macroF1").isNumber()).isTrue();
        assertThat(json.at("/calibration/9/texts").intValue()).isEqualTo(3);
    }

    private static Outcome outcome(String truth, String called, Action action) {
        String other = called.equals(truth) ? "other" : truth;
        return new Outcome(truth, called, Map.of(called, 0.95, other, 0.05), action);
    }
}
