package dev.peregrine.host.hardware;

import java.net.URI;
import java.util.Locale;

/** Services that Peregrine can use where they run already. */
enum ServiceKind {
  OLLAMA("Ollama", 11434, "/api/tags", true, "It runs models on this machine: ollama.com."),
  VLLM("vLLM", 8000, "/v1/models", true, "Only large graphics cards gain from it."),
  SEARXNG(
      "SearXNG",
      8888,
      "/config",
      false,
      "Company research searches the web with it, if it is there."),
  VISION(
      "Moondream",
      8002,
      "/health",
      true,
      "Pictures of surveys are read by it, if it is there, or by any other model that sees.");

  private final String label;
  private final int port;
  private final String path;
  private final boolean hasModels;
  private final String without;

  ServiceKind(String label, int port, String path, boolean hasModels, String without) {
    this.label = label;
    this.port = port;
    this.path = path;
    this.hasModels = hasModels;
    this.without = without;
  }

  String label() {
    return label;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  URI usual() {
    return URI.create("http://127.0.0.1:" + port);
  }

  String path() {
    return path;
  }

  boolean hasModels() {
    return hasModels;
  }

  String without() {
    return without;
  }
}
