package dev.peregrine.host.intake;

import java.util.List;

/**
 * The card for jobs that a person found elsewhere.
 *
 * @param result what the last addition brought; empty before one
 * @param skipped a sentence for each that could not be taken
 * @param links the links as typed, kept where some of them could not be taken
 * @param text the posting's text as typed, kept where it could not be taken
 * @param open which way is open: {@code links}, {@code csv} or {@code text}
 */
public record AddCard(
    String result, List<String> skipped, String links, String text, String open, String token) {

  /** Before anything was added. */
  public static AddCard fresh(String token) {
    return new AddCard("", List.of(), "", "", "links", token);
  }
}
