package dev.peregrine.host.hardware;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A service that was looked for.
 *
 * @param kind what was looked for
 * @param at where
 * @param runs whether it answers as itself
 * @param models the models that it offers
 * @param trouble what answered instead; empty where nothing did, or all is well
 */
record FoundService(
    ServiceKind kind, URI at, boolean runs, List<String> models, Optional<String> trouble) {

  private static final int SHOWN = 5;

  FoundService {
    models = List.copyOf(models);
  }

  String sentence() {
    if (trouble.isPresent()) {
      return trouble.get();
    }
    if (!runs) {
      return "Not running at %s. %s".formatted(at, kind.without());
    }
    if (!kind.hasModels()) {
      return "Runs at %s and can be used.".formatted(at);
    }
    if (models.isEmpty()) {
      return "Runs at %s, without a model yet. Fetch one, such as: ollama pull %s"
          .formatted(at, kind == ServiceKind.VISION ? "moondream" : "llama3.1:8b");
    }
    String more = models.size() > SHOWN ? " and %d more".formatted(models.size() - SHOWN) : "";
    return "Runs at %s with %s%s."
        .formatted(at, String.join(", ", models.subList(0, Math.min(SHOWN, models.size()))), more);
  }
}
