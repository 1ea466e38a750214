package dev.peregrine.host.rest;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How records are written as JSON, and how that is described. */
final class Shapes {

  /** Keys in snake case, enums in small letters, what is unknown {@code null}. */
  static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private Shapes() {}

  /** Describes what is answered: every field is there, if only as {@code null}. */
  static SchemaBuilder answers() {
    return new SchemaGenerator(config(false).build()).buildMultipleSchemaDefinitions();
  }

  /** Describes what is sent: what is optional may be left out, and nothing else may be there. */
  static SchemaBuilder requests() {
    return new SchemaGenerator(config(true).build()).buildMultipleSchemaDefinitions();
  }

  /** The schema that what is sent is held against. */
  static ObjectNode request(Class<?> type) {
    return new SchemaGenerator(config(true).build()).generateSchema(type);
  }

  private static SchemaGeneratorConfigBuilder config(boolean sent) {
    var config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                Option.FLATTENED_OPTIONALS,
                Option.ADDITIONAL_FIXED_TYPES,
                Option.STANDARD_FORMATS,
                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                Option.INLINE_NULLABLE_SCHEMAS,
                Option.PLAIN_DEFINITION_KEYS,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    if (sent) {
      config.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
    }
    config
        .forFields()
        .withPropertyNameOverrideResolver(field -> snake(field.getDeclaredName()))
        .withRequiredCheck(field -> !sent || !isOptional(field))
        .withDescriptionResolver(field -> said(field).map(Meaning::value).orElse(null));
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) -> {
              ObjectNode definition = context.getGeneratorConfig().createObjectNode();
              if (type.isInstanceOf(Map.class)) {
                definition.put("type", "object").putObject("additionalProperties");
                return new CustomDefinition(definition, true);
              }
              if (!type.isInstanceOf(Enum.class)) {
                return null;
              }
              definition.put("type", "string");
              var values = definition.putArray("enum");
              for (Object constant : type.getErasedType().getEnumConstants()) {
                values.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
              }
              return new CustomDefinition(definition, true);
            });
    return config;
  }

  private static boolean isOptional(FieldScope field) {
    ResolvedType declared = field.getDeclaredType();
    return declared != null && declared.isInstanceOf(Optional.class);
  }

  private static Optional<Meaning> said(FieldScope field) {
    return Optional.ofNullable(field.getAnnotation(Meaning.class));
  }

  static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
