package dev.peregrine.testkit;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.HttpStream;
import dev.peregrine.api.Json;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Health;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.LlmContext;
import dev.peregrine.api.llm.LlmDescriptor;
import dev.peregrine.api.llm.LlmDescriptor.Capability;
import dev.peregrine.api.llm.LlmDescriptor.Where;
import dev.peregrine.api.llm.Message;
import dev.peregrine.api.llm.Model;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A backend that is sound but for one fault. Its server sends one JSON object a line. */
final class FaultyBackend implements LlmBackend {

  enum Fault {
    NONE,
    STRIPS_BLANKS,
    HANDS_OVER_AT_THE_END,
    TAKES_A_CUT_FOR_AN_END,
    TAKES_NOTHING_FOR_AN_ANSWER,
    TAKES_FAILURES_FOR_AN_END,
    FORGETS_THE_TIME_TO_WAIT,
    REPEATS_THE_SERVER,
    HIDES_THE_INTERRUPT,
    IGNORES_THE_SCHEMA,
    IGNORES_PICTURES,
    IGNORES_THE_ADDRESS,
    IGNORES_THE_PATIENCE,
    IS_READY_ANYWHERE
  }

  private final Fault fault;

  FaultyBackend(Fault fault) {
    this.fault = fault;
  }

  @Override
  public LlmDescriptor descriptor() {
    About about =
        About.of("faulty", "Faulty", "Has one fault.")
            .withSettings(
                SettingSpec.baseUrl("https://models.example"),
                new SettingSpec.Secret("key", "Key", "", false));
    return LlmDescriptor.of(
        about, Where.AT_ADDRESS, Capability.STREAMING, Capability.IMAGES, Capability.JSON_SCHEMA);
  }

  @Override
  public Health probe(LlmContext context) throws ExtensionException, InterruptedException {
    if (fault == Fault.IS_READY_ANYWHERE) {
      return Health.ready("Surely.");
    }
    HttpReply reply = context.http().fetch(HttpCall.get(address(context, "/models")));
    return reply.json().isArray() ? Health.ready("Fine.") : Health.down("What is that?");
  }

  @Override
  public List<Model> models(LlmContext context) throws ExtensionException, InterruptedException {
    return context.http().fetch(HttpCall.get(address(context, "/models"))).json().texts().stream()
        .map(Model::of)
        .toList();
  }

  @Override
  public Completion complete(CompletionRequest request, LlmContext context, Consumer<String> tokens)
      throws ExtensionException, InterruptedException {
    Duration silence =
        fault == Fault.IGNORES_THE_PATIENCE ? Duration.ofMillis(1) : context.patience();
    HttpCall call =
        HttpCall.postJson(address(context, "/ask"), body(request))
            .withHeader("Key", context.settings().secret("key").orElse(""))
            .withTimeout(silence);
    try (HttpStream lines = context.http().stream(call)) {
      if (lines.status() != 200 && fault != Fault.TAKES_FAILURES_FOR_AN_END) {
        throw failure(request, lines);
      }
      return read(request, lines, context, tokens);
    } catch (InterruptedException stopped) {
      if (fault == Fault.HIDES_THE_INTERRUPT) {
        return Completion.of("Well.", request.model().orElseThrow());
      }
      throw stopped;
    }
  }

  private Completion read(
      CompletionRequest request, HttpStream lines, LlmContext context, Consumer<String> tokens)
      throws ExtensionException, InterruptedException {
    var text = new StringBuilder();
    Consumer<String> out = fault == Fault.HANDS_OVER_AT_THE_END ? piece -> {} : tokens;
    boolean end = fault == Fault.TAKES_A_CUT_FOR_AN_END;
    for (Optional<String> line = lines.line(); line.isPresent(); line = lines.line()) {
      Json row = context.json(line.get());
      Optional<String> piece =
          fault == Fault.STRIPS_BLANKS ? row.at("piece").text() : row.at("piece").verbatim();
      piece.ifPresent(each -> add(each, text, out));
      if (row.at("error").isPresent()) {
        throw new ExtensionException(Kind.UNAVAILABLE, "It failed. Try again.");
      }
      if (piece.isEmpty() && !row.at("end").isPresent()) {
        throw new ExtensionException(Kind.CHANGED_REMOTE, "What is that? Update the plugin.");
      }
      end |= row.at("end").isPresent();
    }
    if (fault == Fault.HANDS_OVER_AT_THE_END) {
      tokens.accept(text.toString());
    }
    if (!end || (text.toString().isBlank() && fault != Fault.TAKES_NOTHING_FOR_AN_ANSWER)) {
      throw new ExtensionException(Kind.UNAVAILABLE, "It broke off. Try again.");
    }
    return Completion.of(text.toString(), request.model().orElseThrow());
  }

  private static void add(String piece, StringBuilder text, Consumer<String> tokens) {
    if (!piece.isEmpty()) {
      text.append(piece);
      tokens.accept(piece);
    }
  }

  private ExtensionException failure(CompletionRequest request, HttpStream reply)
      throws ExtensionException, InterruptedException {
    String said = fault == Fault.REPEATS_THE_SERVER ? reply.line().orElse("") : "";
    Optional<Duration> pause =
        reply.header("Retry-After").map(text -> Duration.ofSeconds(Long.parseLong(text)));
    if (reply.status() == 429 && pause.isPresent() && fault != Fault.FORGETS_THE_TIME_TO_WAIT) {
      return ExtensionException.rateLimited("Too many. Wait. " + said, pause.get());
    }
    Kind kind =
        switch (reply.status()) {
          case 401, 403, 404 -> Kind.BAD_SETTINGS;
          case 429 -> Kind.RATE_LIMITED;
          default -> Kind.UNAVAILABLE;
        };
    return new ExtensionException(
        kind, "No answer of model \"%s\". %s".formatted(request.model().orElseThrow(), said));
  }

  private URI address(LlmContext context, String path) {
    return fault == Fault.IGNORES_THE_ADDRESS
        ? URI.create("https://models.example" + path)
        : URI.create(context.settings().address("base-url").orElseThrow() + path);
  }

  private String body(CompletionRequest request) {
    var said = new StringBuilder();
    for (Message message : request.messages()) {
      said.append(message.text()).append(' ');
      if (fault != Fault.IGNORES_PICTURES) {
        message
            .images()
            .forEach(
                image ->
                    said.append(Base64.getEncoder().encodeToString(image.bytes())).append(' '));
      }
    }
    String schema = fault == Fault.IGNORES_THE_SCHEMA ? "{}" : request.jsonSchema().orElse("{}");
    return "{\"model\":%s,\"said\":%s,\"schema\":%s,\"other\":%s}"
        .formatted(
            Json.quoted(request.model().orElseThrow()),
            Json.quoted(said.toString()),
            schema,
            Json.quoted(
                "%s %s %s"
                    .formatted(request.temperature(), request.maxTokens(), request.stopWords())));
  }
}
