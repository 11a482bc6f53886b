package io.cofound.moderation.decision;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cofound.moderation.classify.Classification;

/** A classification is shown as a whole, so it lies there as JSON; what is searched has columns of its own. */
@Converter
class ClassificationConverter implements AttributeConverter<Classification, String> {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String convertToDatabaseColumn(Classification classification) {
        try {
            return JSON.writeValueAsString(classification);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("classification cannot be written as JSON", e);
        }
    }

    @Override
    public Classification convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, Classification.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept classification cannot be read", e);
        }
    }
}
