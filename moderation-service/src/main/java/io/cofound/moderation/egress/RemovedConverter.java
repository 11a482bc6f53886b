package io.cofound.moderation.egress;

import java.util.Map;
import java.util.TreeMap;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

@Converter
class RemovedConverter implements AttributeConverter<Map<String, Integer>, String> {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String convertToDatabaseColumn(Map<String, Integer> removed) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(removed));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("counts cannot be written as JSON", e);
        }
    }

    @Override
    public Map<String, Integer> convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, new TypeReference<TreeMap<String, Integer>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept counts cannot be read", e);
        }
    }
}
