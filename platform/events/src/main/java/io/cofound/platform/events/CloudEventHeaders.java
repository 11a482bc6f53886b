package io.cofound.platform.events;

import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The Kafka headers of a CloudEvents 1.0 message in binary mode. */
public final class CloudEventHeaders {

    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    static final String TIME = "ce_time";
    private static final String SPEC_VERSION = "ce_specversion";
    private static final String SOURCE = "ce_source";
    private static final String SUBJECT = "ce_subject";
    private static final String CONTENT_TYPE = "content-type";
    private static final String TRACE_PARENT = "traceparent";

    private CloudEventHeaders() {}

    /** @param traceParent W3C trace context of the change that caused the event; null when it was not traced */
    public static Headers of(UUID id, String type, String source, String subject, Instant time, String traceParent) {
        Headers headers = new RecordHeaders();
        put(headers, SPEC_VERSION, "1.0");
        put(headers, ID, id.toString());
        put(headers, TYPE, type);
        put(headers, SOURCE, source);
        put(headers, SUBJECT, subject);
        put(headers, TIME, time.toString());
        put(headers, CONTENT_TYPE, "application/json");
        if (traceParent != null) {
            put(headers, TRACE_PARENT, traceParent);
        }
        return headers;
    }

    /** @throws MalformedEvent when it is missing */
    static String required(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new MalformedEvent("header " + name + " is missing");
        }
        return new String(header.value(), UTF_8);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
