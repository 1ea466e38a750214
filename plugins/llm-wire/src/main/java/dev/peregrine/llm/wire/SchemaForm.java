package dev.peregrine.llm.wire;

/** How a server is told that the answer has to be JSON of a certain shape. */
public enum SchemaForm {
  /** {@code response_format} with a schema that has no way out. */
  STRICT,
  /** {@code response_format} with a schema that need not be complete. */
  LOOSE,
  /** vLLM since 0.10.2: {@code structured_outputs}. */
  STRUCTURED_OUTPUTS,
  /** vLLM before 0.12: {@code guided_json}. */
  GUIDED_JSON,
  /** {@code response_format} for any JSON, the schema in words. */
  ANY_JSON,
  /** In words only. */
  WORDS;

  /** What to try where a server does not know this one. */
  SchemaForm weaker() {
    return switch (this) {
      case STRICT, STRUCTURED_OUTPUTS, GUIDED_JSON -> LOOSE;
      case LOOSE -> ANY_JSON;
      case ANY_JSON, WORDS -> WORDS;
    };
  }

  boolean isInWords() {
    return this == ANY_JSON || this == WORDS;
  }
}
