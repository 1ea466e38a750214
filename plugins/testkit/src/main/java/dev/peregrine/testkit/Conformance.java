package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import java.util.ArrayList;
import java.util.List;

/** What became of the fields that a recorded answer holds. */
final class Conformance {

  /** The least part of the fields held that must be kept. */
  private static final double LEAST_KEPT = 0.99;

  private final List<String> lost = new ArrayList<>();
  private final List<String> altered = new ArrayList<>();
  private final List<String> invented = new ArrayList<>();
  private int held;
  private final int rows;

  private Conformance(int rows) {
    this.rows = rows;
  }

  /** Compares the postings of a search with the rows that they were made of, in their order. */
  static Conformance of(Held answer, Searched searched) {
    assertThat(searched.skipped()).as("rows that were left out").isEmpty();
    assertThat(searched.postings()).as("a posting for each row").hasSameSizeAs(answer.rows());
    var conformance = new Conformance(answer.rows().size());
    for (int i = 0; i < answer.rows().size(); i++) {
      for (Held.Part part : answer.parts()) {
        conformance.compare(part, answer.rows().get(i), searched.postings().get(i));
      }
    }
    return conformance;
  }

  private void compare(Held.Part part, HeldRow row, Posting posting) {
    String value = part.held().apply(row);
    String kept = part.kept().apply(posting);
    String where =
        "%s of %s: \"%s\" \u2192 \"%s\"".formatted(part.name(), posting.url(), value, kept);
    if (!part.likeness().isHeld(value)) {
      if (!kept.isEmpty()) {
        invented.add(where);
      }
      return;
    }
    held++;
    if (kept.isEmpty()) {
      lost.add(where);
    } else if (!part.likeness().alike(value, kept)) {
      altered.add(where);
    }
  }

  /** Fails where something was invented or altered, or too much was lost. */
  void check() {
    assertThat(invented).as("fields of postings that their rows do not hold").isEmpty();
    assertThat(altered).as("fields of postings that say something else than their rows").isEmpty();
    if (lost.size() > held * (1 - LEAST_KEPT)) {
      assertThat(lost).as("fields lost, more than 1 %% of %d", held).isEmpty();
    }
  }

  @Override
  public String toString() {
    return "%d rows, %d fields held, %d kept".formatted(rows, held, held - lost.size());
  }
}
