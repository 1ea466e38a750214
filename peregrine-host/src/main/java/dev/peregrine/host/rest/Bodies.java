package dev.peregrine.host.rest;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.peregrine.host.web.ProgramCall;
import dev.peregrine.host.web.ProgramProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;

/** Reads what is sent along, and holds it against the schema by which it is described. */
final class Bodies {

  /** More than any letter or description is. */
  static final int MOST_BYTES = 1024 * 1024;

  private static final int MOST_ERRORS = 10;

  private final Map<Class<?>, Schema> schemas = new ConcurrentHashMap<>();

  /** What was sent, as text; empty where nothing was. */
  static String text(ProgramCall call) throws IOException {
    byte[] bytes =
        call.body(MOST_BYTES)
            .orElseThrow(
                () ->
                    new Refusal(
                        ProgramProblem.of(
                            413,
                            "too-big",
                            "Too big",
                            "What was sent has more than %,d bytes. Send less at once."
                                .formatted(MOST_BYTES))));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException otherEncoding) {
      throw Refusal.invalid("What was sent is not in UTF-8.");
    }
  }

  /**
   * @throws Refusal with all that does not fit
   */
  <B> B read(ProgramCall call, String text, Class<B> type) {
    boolean nothing = type.equals(Operation.Nothing.class);
    if (text.isBlank() && nothing) {
      return type.cast(new Operation.Nothing());
    }
    checkMediaType(call);
    try {
      List<String> errors =
          schema(type).validate(text, InputFormat.JSON).stream()
              .map(error -> (error.getInstanceLocation() + " " + error.getMessage()).strip())
              .limit(MOST_ERRORS)
              .toList();
      if (!errors.isEmpty()) {
        throw Refusal.invalid(
                "What was sent does not fit: %s. See /api for what is expected."
                    .formatted(String.join("; ", errors)))
            .with("errors", errors);
      }
      return Shapes.JSON.readValue(text, type);
    } catch (JacksonException | IllegalArgumentException broken) {
      throw Refusal.invalid(
          text.isBlank()
              ? "Nothing was sent, expected a JSON object. See /api for its fields."
              : "What was sent cannot be read: " + firstLine(broken) + ".");
    }
  }

  private Schema schema(Class<?> type) {
    return schemas.computeIfAbsent(
        type,
        each ->
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Shapes.request(each).toString(), InputFormat.JSON));
  }

  private static void checkMediaType(ProgramCall call) {
    String type =
        call.header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!type.equals("application/json") && !type.endsWith("+json")) {
      throw new Refusal(
          ProgramProblem.of(
              415,
              "media-type",
              "Not JSON",
              "Content-Type is \"%s\", expected application/json.".formatted(type)));
    }
  }

  /** Jackson's further lines name our classes, which help nobody. */
  private static String firstLine(RuntimeException broken) {
    String said =
        broken instanceof JacksonException jackson
            ? jackson.getOriginalMessage()
            : broken.getMessage();
    return said == null ? "it is not JSON" : said.lines().findFirst().orElse("it is not JSON");
  }
}
