package dev.peregrine.host.llm;

/**
 * A backend that did not answer.
 *
 * @param backend the person's name for it
 * @param why as a sentence
 */
public record PassedOver(String backend, String why) {

  /** As part of a message. */
  String said() {
    return "“%s”: %s".formatted(backend, why);
  }
}
