package dev.peregrine.host.rest;

import dev.peregrine.host.rest.ApiPage.Field;
import dev.peregrine.host.rest.ApiPage.Trouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Says the description of the API in words. It is English, as names of fields are. */
final class ApiWords {

  private static final String REFERENCE = "#/components/schemas/";

  private ApiWords() {}

  static List<ApiPage.TopicPart> topics(List<Operation<?, ?>> operations) {
    return Arrays.stream(Topic.values())
        .map(
            topic ->
                new ApiPage.TopicPart(
                    topic.name().toLowerCase(Locale.ROOT),
                    topic.label(),
                    topic.about(),
                    operations.stream()
                        .filter(operation -> operation.topic() == topic)
                        .map(ApiWords::line)
                        .toList()))
        .toList();
  }

  private static ApiPage.Line line(Operation<?, ?> operation) {
    return new ApiPage.Line(
        operation.id(),
        operation.verb().name(),
        operation.path(),
        operation.summary(),
        operation.scope().key(),
        operation.parameters().stream()
            .map(each -> new Field(each.name(), kind(each.kind()), "", false, each.about()))
            .toList(),
        operation.takesBody() ? operation.takes().getSimpleName() : "",
        operation.statuses().stream().map(String::valueOf).collect(Collectors.joining(" or ")),
        operation.gives().getSimpleName());
  }

  private static String kind(Parameter.Kind kind) {
    return switch (kind) {
      case Parameter.Kind.Text _ -> "text";
      case Parameter.Kind.Whole whole -> "%d to %d".formatted(whole.least(), whole.most());
      case Parameter.Kind.OneOf one -> String.join(", ", one.values());
      case Parameter.Kind.Moment _ -> "time in UTC";
    };
  }

  static List<ApiPage.Shape> shapes(JsonNode description) {
    var shapes = new ArrayList<ApiPage.Shape>();
    for (Map.Entry<String, JsonNode> schema :
        description.path("components").path("schemas").properties()) {
      List<String> required =
          StreamSupport.stream(schema.getValue().path("required").spliterator(), false)
              .map(JsonNode::asString)
              .toList();
      var fields = new ArrayList<Field>();
      for (Map.Entry<String, JsonNode> field : schema.getValue().path("properties").properties()) {
        fields.add(
            new Field(
                field.getKey(),
                type(field.getValue()),
                shape(field.getValue()),
                required.contains(field.getKey()),
                field.getValue().path("description").asString("")));
      }
      shapes.add(new ApiPage.Shape(schema.getKey(), List.copyOf(fields)));
    }
    return List.copyOf(shapes);
  }

  private static String type(JsonNode schema) {
    if (schema.has("anyOf")) {
      return StreamSupport.stream(schema.path("anyOf").spliterator(), false)
          .map(ApiWords::type)
          .distinct()
          .collect(Collectors.joining(" or "));
    }
    if (schema.has("allOf")) {
      return StreamSupport.stream(schema.path("allOf").spliterator(), false)
          .map(ApiWords::type)
          .filter(text -> !text.equals("anything"))
          .collect(Collectors.joining(" "));
    }
    if (schema.has("$ref")) {
      return schema.path("$ref").asString().substring(REFERENCE.length());
    }
    if (schema.has("enum")) {
      return StreamSupport.stream(schema.path("enum").spliterator(), false)
          .map(value -> value.isNull() ? "null" : value.asString())
          .collect(Collectors.joining(", "));
    }
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return StreamSupport.stream(type.spliterator(), false)
          .map(each -> plain(each.asString(), schema))
          .collect(Collectors.joining(" or "));
    }
    return type.isMissingNode() ? "anything" : plain(type.asString(), schema);
  }

  private static String plain(String type, JsonNode schema) {
    String format = schema.path("format").asString("");
    return switch (type) {
      case "array" -> "list of " + type(schema.path("items"));
      case "string" ->
          switch (format) {
            case "date-time" -> "time";
            case "date" -> "day";
            case "uri" -> "address";
            default -> "text";
          };
      case "integer" -> "whole number";
      case "boolean" -> "true or false";
      default -> type;
    };
  }

  /** The first shape that a schema speaks of. */
  private static String shape(JsonNode schema) {
    JsonNode reference = schema.findValue("$ref");
    return reference == null ? "" : reference.asString().substring(REFERENCE.length());
  }

  static List<Trouble> problems() {
    return List.of(
        new Trouble("invalid", 400, "What was sent does not fit; errors says where."),
        new Trouble("unauthorized", 401, "No token, or none that counts."),
        new Trouble("scope", 403, "The token has not the scope that is named in scope."),
        new Trouble("locked", 403, "Your tier does not have that; unlocks says what opens it."),
        new Trouble("not-found", 404, "There is nothing of that address or number."),
        new Trouble("no-score", 404, "The job has no score yet."),
        new Trouble("method", 405, "Another method is needed; Allow says which."),
        new Trouble(
            "conflict",
            409,
            "It changed since you looked, and nothing was overwritten: look again, then decide."),
        new Trouble("under-way", 409, "The same request is being worked on."),
        new Trouble("no-model", 409, "There is no language model that could write."),
        new Trouble("no-search", 409, "There is no search profile yet."),
        new Trouble("too-big", 413, "More was sent than one megabyte."),
        new Trouble("media-type", 415, "What was sent is not JSON."),
        new Trouble("key-reused", 422, "The Idempotency-Key was another request's."));
  }
}
