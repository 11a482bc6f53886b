package io.cofound.moderation.opinion;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;

/**
 * An OpenAI-compatible endpoint that is not trusted: one request, no redirect, and the connection is closed when the
 * answer grows too long or its last byte does not come in time, however steadily it drips. The clients of LangChain4j and
 * its Quarkus extension bound neither, and repeat what failed.
 */
@ApplicationScoped
class BoundedChatModel implements ChatModel {

    private static final JsonMapper JSON = new JsonMapper();

    private final OpinionConfig config;
    private final URI endpoint;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    BoundedChatModel(OpinionConfig config) {
        this.config = config;
        this.endpoint = URI.create(config.baseUrl() + "/chat/completions");
    }

    /** Keeps the calling thread for the time limit at most. */
    @Override
    public ChatResponse doChat(ChatRequest request) {
        try {
            return read(send(write(request)));
        } catch (IOException e) {
            throw new UnusableAnswer(e);
        }
    }

    private byte[] send(byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + config.apiKey().orElseThrow())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), config.longestAnswer()));
        try {
            HttpResponse<byte[]> response = answer.get(config.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException e) {
            throw new LateAnswer();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LateAnswer();
        } finally {
            // Closes the connection of an answer that has not ended; nothing happens to one that has.
            answer.cancel(true);
        }
    }

    private byte[] write(ChatRequest request) throws IOException {
        return JSON.writeValueAsBytes(Map.of(
                "model", config.model(),
                "temperature", 0,
                "max_tokens", config.mostTokens(),
                "response_format", format(request),
                "messages",
                        request.messages().stream()
                                .map(BoundedChatModel::message)
                                .toList()));
    }

    private Map<String, Object> format(ChatRequest request) throws IOException {
        if (!config.responseFormat().equals("json_schema")) {
            return Map.of("type", config.responseFormat());
        }
        JsonRawSchema schema =
                (JsonRawSchema) request.responseFormat().jsonSchema().rootElement();
        return Map.of(
                "type",
                "json_schema",
                "json_schema",
                Map.of("name", "opinion", "strict", true, "schema", JSON.readTree(schema.schema())));
    }

    private static Map<String, String> message(ChatMessage message) {
        return switch (message) {
            case SystemMessage system -> Map.of("role", "system", "content", system.text());
            case UserMessage user -> Map.of("role", "user", "content", user.singleText());
            default -> throw new IllegalArgumentException("no such message is sent");
        };
    }

    private static ChatResponse read(byte[] body) throws IOException {
        JsonNode answer = JSON.readTree(body);
        String content = answer.at("/choices/0/message/content").asText();
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(content))
                .tokenUsage(new TokenUsage(
                        tokens(answer.at("/usage/prompt_tokens")), tokens(answer.at("/usage/completion_tokens"))))
                .build();
    }

    /** Null where the vendor does not say. */
    private static Integer tokens(JsonNode count) {
        return count.canConvertToInt() && count.asInt() >= 0 ? count.asInt() : null;
    }

    @PreDestroy
    void stop() {
        client.shutdownNow();
    }

    /** Something came back that is no answer. */
    static final class UnusableAnswer extends RuntimeException {

        UnusableAnswer(Throwable cause) {
            super("the language model's answer is none", cause);
        }
    }

    /** No whole answer came in time. */
    static final class LateAnswer extends RuntimeException {

        LateAnswer() {
            super("the language model did not answer in time");
        }
    }
}
