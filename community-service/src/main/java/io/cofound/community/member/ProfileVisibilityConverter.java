package io.cofound.community.member;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Always read with its member and never searched, so it lies there as JSON. */
@Converter
class ProfileVisibilityConverter implements AttributeConverter<ProfileVisibility, String> {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String convertToDatabaseColumn(ProfileVisibility visibility) {
        try {
            return visibility == null ? null : JSON.writeValueAsString(visibility);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a visibility cannot be written as JSON", e);
        }
    }

    @Override
    public ProfileVisibility convertToEntityAttribute(String column) {
        try {
            return column == null
                    ? ProfileVisibility.DEFAULT
                    : JSON.readValue(column, ProfileVisibility.class).or(ProfileVisibility.DEFAULT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept visibility cannot be read", e);
        }
    }
}
