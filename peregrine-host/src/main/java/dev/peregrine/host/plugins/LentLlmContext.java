package dev.peregrine.host.plugins;

import dev.peregrine.api.llm.LlmContext;
import java.time.Duration;

/** What is lent to a backend for one call. */
record LentLlmContext(LentContext lent, Duration patience) implements Lending, LlmContext {

  /** Names no setting: some are secret. */
  @Override
  public String toString() {
    return "context of one call";
  }
}
