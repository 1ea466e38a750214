package dev.peregrine.host.setup;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.hardware.Findings;
import dev.peregrine.host.hardware.ModelServer;
import dev.peregrine.host.llm.Llms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Servers of language models that run already, and can be set up with one press. */
final class FoundModels {

  private static final int SHOWN = 3;

  private FoundModels() {}

  /** A server to adopt. */
  record Found(String type, String label, String at, String models) {}

  static List<Found> notSetUp(Llms llms, List<ModelServer> servers) {
    return servers.stream()
        .filter(server -> llms.kind(server.type()).isPresent())
        .filter(server -> !llms.isSetUp(server.type(), server.at()))
        .map(FoundModels::found)
        .toList();
  }

  private static Found found(ModelServer server) {
    int more = server.models().size() - SHOWN;
    String models =
        server.models().isEmpty()
            ? t("setup.without-model")
            : t(
                "setup.with-models",
                "models",
                server.models().stream().limit(SHOWN).collect(Collectors.joining(", ")),
                "more",
                Math.max(more, 0));
    return new Found(server.type(), server.label(), server.at().toString(), models);
  }

  /** The server that a form names; only one that was found, so that no form names another. */
  static Optional<ModelServer> running(Optional<Findings> found, String type, String at) {
    return found.map(Findings::models).orElse(List.of()).stream()
        .filter(server -> server.type().equals(type) && server.at().toString().equals(at))
        .findFirst();
  }
}
