package io.cofound.contracts;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of an event, generated from its record and the record's Javadoc. */
final class EventSchema {

    private static final SchemaGenerator GENERATOR = new SchemaGenerator(configuration());

    private EventSchema() {}

    /** @param minor the revision of the schema, part of its id */
    static ObjectNode of(Class<? extends Event> event, int minor) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", SchemaVersion.DRAFT_2020_12.getIdentifier());
        schema.put("$id", "urn:cofound:event:%s:%d".formatted(EventCatalog.typeOf(event), minor));
        schema.put("title", event.getSimpleName());
        schema.put("description", Javadoc.of(event).text());
        schema.put("x-topic", EventCatalog.topicOf(event));
        schema.put("x-key", keyOf(event));
        GENERATOR
                .generateSchema(event)
                .properties()
                .forEach(keyword -> schema.putIfAbsent(keyword.getKey(), keyword.getValue()));
        return schema;
    }

    private static SchemaGeneratorConfig configuration() {
        var builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.INLINE_ALL_SCHEMAS,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.ENUM_KEYWORD_FOR_SINGLE_VALUES)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        builder.forFields()
                .withRequiredCheck(field -> !mayBeNull(field))
                .withNullableCheck(EventSchema::mayBeNull)
                .withDescriptionResolver(EventSchema::descriptionOf);
        builder.forTypesInGeneral()
                .withPropertySorter((first, second) -> 0)
                .withDescriptionResolver(EventSchema::descriptionOf)
                .withTypeAttributeOverride((schema, scope, _) -> restrictKeys(schema, scope.getType()));
        return builder.build();
    }

    private static boolean mayBeNull(FieldScope field) {
        return !field.isFakeContainerItemScope() && component(field).isAnnotationPresent(Nullable.class);
    }

    private static String descriptionOf(FieldScope field) {
        if (field.isFakeContainerItemScope()) {
            return null;
        }
        String own = Javadoc.of(field.getDeclaringType().getErasedType())
                .components()
                .get(field.getName());
        Class<?> type = field.getType().getErasedType();
        if (!type.isEnum()) {
            return own;
        }
        Javadoc choice = Javadoc.of(type);
        var text = new StringBuilder(own == null ? choice.text() : own);
        choice.constants().forEach((name, meaning) -> text.append(" %s: %s".formatted(name, meaning)));
        return text.toString();
    }

    private static String descriptionOf(TypeScope type) {
        Class<?> erased = type.getType().getErasedType();
        return erased.isRecord() ? Javadoc.of(erased).text() : null;
    }

    private static void restrictKeys(ObjectNode schema, ResolvedType type) {
        if (type.isInstanceOf(Map.class)
                && type.typeParametersFor(Map.class).getFirst().getErasedType().isEnum()) {
            var names = schema.putObject("propertyNames").putArray("enum");
            for (Object key :
                    type.typeParametersFor(Map.class).getFirst().getErasedType().getEnumConstants()) {
                names.add(((Enum<?>) key).name());
            }
        }
    }

    private static RecordComponent component(FieldScope field) {
        return Arrays.stream(field.getDeclaringType().getErasedType().getRecordComponents())
                .filter(component -> component.getName().equals(field.getName()))
                .findFirst()
                .orElseThrow();
    }

    /** The component that {@link Event#aggregateId()} returns, found by giving every id a value of its own. */
    private static String keyOf(Class<? extends Event> event) {
        RecordComponent[] components = event.getRecordComponents();
        Object[] values = Arrays.stream(components).map(EventSchema::anyValue).toArray();
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Event example = event.getDeclaredConstructor(types).newInstance(values);
            return components[Arrays.asList(values).indexOf(example.aggregateId())].getName();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(event + " is not a record that can be made", e);
        }
    }

    private static Object anyValue(RecordComponent component) {
        return switch (component.getType().getName()) {
            case "java.util.UUID" -> UUID.randomUUID();
            case "long" -> 0L;
            case "int" -> 0;
            case "double" -> 0.0;
            case "boolean" -> false;
            default -> null;
        };
    }
}
