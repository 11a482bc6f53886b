package io.cofound.matching.opportunity;

import java.util.List;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cofound.contracts.moderation.Reason;

/** Reasons are shown with what they are about and never searched, so they lie there as JSON. */
@Converter
class ReasonsConverter implements AttributeConverter<List<Reason>, String> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Reason> reasons) {
        try {
            return reasons == null ? null : JSON.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("reasons cannot be written as JSON", e);
        }
    }

    @Override
    public List<Reason> convertToEntityAttribute(String column) {
        try {
            return column == null ? null : JSON.readValue(column, REASONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept reasons cannot be read", e);
        }
    }
}
