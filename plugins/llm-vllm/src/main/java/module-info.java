/** vLLM as a backend. */
module peregrine.plugin.llm.vllm {
  requires peregrine.api;
  requires peregrine.llm.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.llm.LlmBackend with
      dev.peregrine.plugin.llm.vllm.VllmBackend;
}
