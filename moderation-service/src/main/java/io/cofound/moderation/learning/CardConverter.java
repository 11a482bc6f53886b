package io.cofound.moderation.learning;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import io.cofound.moderation.classify.ModelCard;

@Converter
class CardConverter implements AttributeConverter<ModelCard, String> {

    @Override
    public String convertToDatabaseColumn(ModelCard card) {
        return Json.write(card);
    }

    @Override
    public ModelCard convertToEntityAttribute(String column) {
        return Json.read(column, ModelCard.class);
    }
}
