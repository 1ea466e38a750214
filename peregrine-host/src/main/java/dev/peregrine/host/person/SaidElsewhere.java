package dev.peregrine.host.person;

import java.util.List;
import java.util.Map;

/**
 * What the person said of themselves in another program; empty where they said nothing.
 *
 * @param facts by the names of the fields here, such as {@code name}, {@code postalCode}
 * @param links addresses of their pages, by what they are
 * @param missions what they care about, and why
 * @param hiddenEmployers employers that are never named in research
 * @param self what they say where a form asks: {@code gender, pronouns, ethnicity, veteran,
 *     disability}
 */
public record SaidElsewhere(
    Map<String, String> facts,
    Map<String, String> links,
    Map<String, String> missions,
    List<String> hiddenEmployers,
    boolean accessibility,
    boolean queer,
    Map<String, String> self) {

  /**
   * What was made of it; values are never told.
   *
   * @param added what the person had not said here yet
   * @param kept what they say otherwise here, which stays
   */
  public record Taken(List<String> added, List<String> kept) {

    public Taken {
      added = List.copyOf(added);
      kept = List.copyOf(kept);
    }
  }
}
