package io.cofound.moderation.rules;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Definitions are read as a whole and never searched, so they lie there as JSON. */
@Converter
class DefinitionConverter implements AttributeConverter<Definition, String> {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String convertToDatabaseColumn(Definition definition) {
        try {
            return JSON.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("definition cannot be written as JSON", e);
        }
    }

    @Override
    public Definition convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, Definition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept definition cannot be read", e);
        }
    }
}
