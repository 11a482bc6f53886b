package io.cofound.moderation.learning;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.hibernate.annotations.Immutable;

/** What it reads is never changed, so that Hibernate need not compare it with what it was. */
@Converter
@Immutable
class ReportConverter implements AttributeConverter<Report, String> {

    @Override
    public String convertToDatabaseColumn(Report report) {
        return Json.write(report);
    }

    @Override
    public Report convertToEntityAttribute(String column) {
        return Json.read(column, Report.class);
    }
}
