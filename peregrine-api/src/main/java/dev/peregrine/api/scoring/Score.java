package dev.peregrine.api.scoring;

import java.util.List;

/**
 * How well a posting fits a person, or why that cannot be said.
 *
 * @since 0.1
 */
public sealed interface Score {

  /**
   * A match score.
   *
   * @param value 0 to 100, with one decimal
   * @param reasons what made it, the largest first; their weights add up to the value
   * @param gaps words that the posting wants and the résumé lacks, the most important first, as the
   *     posting writes them
   */
  record Match(double value, List<Reason> reasons, List<String> gaps) implements Score {
    public Match {
      if (!(value >= 0 && value <= 100)) {
        throw new IllegalArgumentException(
            "Match score \"%s\": expected 0 to 100.".formatted(value));
      }
      value = Math.round(value * 10) / 10.0;
      reasons = List.copyOf(reasons);
      gaps = List.copyOf(gaps);
    }
  }

  /**
   * No score, because there is too little to judge by.
   *
   * @param why one sentence for the person, such as {@code The posting has only 12 words.}
   */
  record None(String why) implements Score {
    public None {
      if (why.isBlank()) {
        throw new IllegalArgumentException("A missing score has no reason.");
      }
    }
  }
}
