package io.cofound.moderation.learning;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
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
