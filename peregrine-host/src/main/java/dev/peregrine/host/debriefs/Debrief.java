package dev.peregrine.host.debriefs;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the person says of a round.
 *
 * @param asked what was asked, a question each
 * @param well what went well
 * @param prepare what to prepare for the next time
 * @param mood 1 to 5; empty where it was not said
 * @param version grows with each save; 0 while there is none
 */
public record Debrief(
    long round,
    List<String> asked,
    String well,
    List<String> prepare,
    OptionalInt mood,
    int version,
    Instant changed) {

  private static final int MOST_LINES = 40;
  private static final int LONGEST_LINE = 500;
  private static final int LONGEST = 6_000;

  public Debrief {
    asked = lines(asked);
    prepare = lines(prepare);
    well = well.replace("\r\n", "\n").strip();
    well = well.length() > LONGEST ? well.substring(0, LONGEST) : well;
    if (mood.isPresent() && (mood.getAsInt() < 1 || mood.getAsInt() > 5)) {
      throw new IllegalArgumentException(
          "Mood \"%d\": expected 1 to 5, or none.".formatted(mood.getAsInt()));
    }
  }

  /** One that is not stored yet. */
  public static Debrief of(
      long round, List<String> asked, String well, List<String> prepare, OptionalInt mood) {
    return new Debrief(round, asked, well, prepare, mood, 0, Instant.EPOCH);
  }

  private static List<String> lines(List<String> texts) {
    return texts.stream()
        .map(text -> text.replaceAll("\\s+", " ").replaceFirst("^[-*•]\\s*", "").strip())
        .filter(text -> !text.isEmpty())
        .map(text -> text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) : text)
        .distinct()
        .limit(MOST_LINES)
        .toList();
  }

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return asked.isEmpty() && well.isEmpty() && prepare.isEmpty() && mood.isEmpty();
  }

  boolean says(Debrief other) {
    return asked.equals(other.asked)
        && well.equals(other.well)
        && prepare.equals(other.prepare)
        && mood.equals(other.mood);
  }
}
