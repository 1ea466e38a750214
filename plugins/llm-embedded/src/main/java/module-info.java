/** Embedded llama.cpp as a backend. */
module peregrine.plugin.llm.embedded {
  requires peregrine.api;
  requires peregrine.llm.wire;
  requires llama;
  requires static org.jspecify;

  provides dev.peregrine.api.llm.LlmBackend with
      dev.peregrine.plugin.llm.embedded.EmbeddedBackend;
}
