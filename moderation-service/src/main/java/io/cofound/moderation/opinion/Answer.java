package io.cofound.moderation.opinion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.cofound.moderation.opinion.BoundedChatModel.UnusableAnswer;

/**
 * What came back, and what the vendor counts for it.
 *
 * @param usage its counts are null where the vendor does not say
 */
record Answer(Opinion opinion, TokenUsage usage) {

    /** What an answer has beside an opinion has no effect, since nothing reads it. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    /** @throws UnusableAnswer for anything but an opinion */
    static Answer of(ChatResponse response) {
        String text = response.aiMessage().text();
        try {
            // Vendors without a schema like to wrap the JSON in words.
            int start = text.indexOf('{');
            int end = text.lastIndexOf('}');
            Opinion opinion =
                    start < 0 || end < start ? null : JSON.readValue(text.substring(start, end + 1), Opinion.class);
            if (opinion == null || !opinion.isUsable()) {
                throw new UnusableAnswer(null);
            }
            return new Answer(opinion, response.tokenUsage());
        } catch (JsonProcessingException e) {
            // The parser's message quotes what it read.
            throw new UnusableAnswer(null);
        }
    }
}
