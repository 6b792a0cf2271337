package fr.maillage.opportunity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@link Details} as the document that the database keeps: names of fields and the plain text of their values. */
@Converter
class DetailsDocument implements AttributeConverter<Details, String> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Details details) {
        Map<String, String> texts = new LinkedHashMap<>();
        details.values().forEach((field, value) -> texts.put(field.name(),
                value instanceof java.math.BigDecimal number ? number.toPlainString() : value.toString()));
        return JSON.writeValueAsString(texts);
    }

    @Override
    public Details convertToEntityAttribute(String document) {
        return read(document);
    }

    static Details read(String document) {
        Map<KindField, Object> values = new EnumMap<>(KindField.class);
        JSON.readValue(document, TEXTS).forEach((name, text) -> {
            KindField field = KindField.valueOf(name);
            Object value = field.accept(text);
            if (value != null) {
                values.put(field, value);
            }
        });
        return new Details(values);
    }
}
