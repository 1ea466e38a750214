package dev.peregrine.host.llm;

import java.util.function.Supplier;

/**
 * Something that models are asked for, as Settings → Models lists it: it may have an order of its
 * own.
 *
 * @param use the key, and whose order counts until the person says otherwise
 * @param title for people, such as "Cover letters"; asked for while a request is answered
 */
public record LlmFeature(LlmUse use, Supplier<String> title) {

  /** What {@code llm.yaml} and the ledger call it. */
  public String key() {
    return use.feature();
  }
}
