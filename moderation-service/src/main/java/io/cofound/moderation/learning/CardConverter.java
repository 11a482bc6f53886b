package io.cofound.moderation.learning;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import io.cofound.moderation.classify.ModelCard;
import org.hibernate.annotations.Immutable;

/** What it reads is never changed, so that Hibernate need not compare it with what it was. */
@Converter
@Immutable
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
