package dev.peregrine.host.hardware;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.host.config.ServicesFile;
import dev.peregrine.host.http.Given;
import dev.peregrine.host.http.OutgoingHttp;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks whether services run, and whether what answers there is what it seems. */
final class Services {

  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final OutgoingHttp http;
  private final ServicesFile file;
  private final Map<String, String> environment;

  Services(OutgoingHttp http, ServicesFile file, Map<String, String> environment) {
    this.http = http;
    this.file = file;
    this.environment = Map.copyOf(environment);
  }

  /** Where a service is looked for: configuration, the variable of Ollama, its usual port. */
  URI address(ServiceKind kind) {
    return file.address(kind.key())
        .or(() -> kind == ServiceKind.OLLAMA ? ollamaHost() : Optional.empty())
        .orElse(kind.usual());
  }

  private Optional<URI> ollamaHost() {
    String said = environment.getOrDefault("OLLAMA_HOST", "").strip();
    if (said.isEmpty()) {
      return Optional.empty();
    }
    String address = said.contains("://") ? said : "http://" + said;
    try {
      URI found = URI.create(address.replace("//0.0.0.0", "//127.0.0.1"));
      if (found.getHost() == null) {
        return Optional.empty();
      }
      boolean bare = found.getPort() < 0 && !said.contains("://");
      return Optional.of(bare ? URI.create(found + ":11434") : found);
    } catch (IllegalArgumentException odd) {
      return Optional.empty();
    }
  }

  FoundService look(ServiceKind kind) throws InterruptedException {
    URI at = address(kind);
    try {
      HttpReply reply = ask(at, kind.path());
      return switch (kind) {
        case SEARXNG -> searxng(at, reply);
        case VISION -> vision(at, reply);
        case OLLAMA, VLLM -> models(kind, at, reply);
      };
    } catch (ExtensionException silent) {
      return new FoundService(kind, at, false, List.of(), Optional.empty());
    }
  }

  /** The title of the page at an address; empty where there is none. */
  Optional<String> title(URI at) throws InterruptedException {
    try {
      return ask(at, "/").html().text("title");
    } catch (ExtensionException silent) {
      return Optional.empty();
    }
  }

  private HttpReply ask(URI at, String path) throws ExtensionException, InterruptedException {
    Http calls =
        http.forExtension(
            "hardware",
            About.of("hardware", "Look at this machine", "Looks which services run."),
            Given.addresses(List.of(at)));
    String base = at.toString().replaceAll("/+$", "");
    return calls.exchange(HttpCall.get(URI.create(base + path)).withTimeout(LIMIT));
  }

  private static FoundService models(ServiceKind kind, URI at, HttpReply reply) {
    String list = kind == ServiceKind.OLLAMA ? "models" : "data";
    String name = kind == ServiceKind.OLLAMA ? "name" : "id";
    try {
      Json models = reply.json().at(list);
      if (reply.status() == 200 && models.isArray()) {
        List<String> names =
            models.items().stream().flatMap(model -> model.at(name).text().stream()).toList();
        return new FoundService(kind, at, true, names, Optional.empty());
      }
    } catch (ExtensionException notJson) {
      // said below
    }
    return other(kind, at, reply);
  }

  private static FoundService searxng(URI at, HttpReply reply) {
    try {
      if (reply.status() == 200 && reply.json().at("engines").isArray()) {
        return new FoundService(ServiceKind.SEARXNG, at, true, List.of(), Optional.empty());
      }
    } catch (ExtensionException notJson) {
      // said below
    }
    return other(ServiceKind.SEARXNG, at, reply);
  }

  /** The service of the earlier Peregrine, or an Ollama that is there for pictures. */
  private FoundService vision(URI at, HttpReply reply)
      throws ExtensionException, InterruptedException {
    if (reply.status() == 404) {
      HttpReply tags = ask(at, ServiceKind.OLLAMA.path());
      FoundService ollama = models(ServiceKind.OLLAMA, at, tags);
      return ollama.runs()
          ? new FoundService(ServiceKind.VISION, at, true, ollama.models(), Optional.empty())
          : other(ServiceKind.VISION, at, reply);
    }
    try {
      Optional<String> model = reply.json().at("model").text();
      if (reply.status() == 200 && model.isPresent()) {
        return new FoundService(
            ServiceKind.VISION, at, true, model.stream().toList(), Optional.empty());
      }
    } catch (ExtensionException notJson) {
      // said below
    }
    return other(ServiceKind.VISION, at, reply);
  }

  private static FoundService other(ServiceKind kind, URI at, HttpReply reply) {
    return new FoundService(
        kind,
        at,
        false,
        List.of(),
        Optional.of(
            "Something at %s answers (status %d), but not as %s does. If it runs elsewhere, name its address as %s in config/services.yaml."
                .formatted(at, reply.status(), kind.label(), kind.key())));
  }
}
