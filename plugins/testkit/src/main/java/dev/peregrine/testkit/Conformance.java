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
    assertThat(searched.skipped()).as("what was left out").hasSize(answer.reports());
    assertThat(searched.postings()).as("a posting for each row").hasSameSizeAs(answer.rows());
    var conformance = new Conformance(answer.rows().size());
    for (int i = 0; i < answer.rows().size(); i++) {
      for (List<Held.Part> field : answer.fields()) {
        conformance.compare(field, answer.rows().get(i), searched.postings().get(i));
      }
    }
    return conformance;
  }

  private void compare(List<Held.Part> field, HeldRow row, Posting posting) {
    boolean isHeld = false;
    for (Held.Part part : field) {
      String value = part.held().apply(row);
      if (part.likeness().isHeld(value)) {
        isHeld = true;
        compare(part, value, posting);
      }
    }
    Held.Part any = field.getFirst();
    String kept = any.kept().apply(posting);
    if (!isHeld && !kept.isEmpty()) {
      invented.add(said(any, posting, "", kept));
    }
  }

  private void compare(Held.Part part, String value, Posting posting) {
    held++;
    String kept = part.kept().apply(posting);
    if (kept.isEmpty()) {
      lost.add(said(part, posting, value, kept));
    } else if (!part.likeness().alike(value, kept)) {
      altered.add(said(part, posting, value, kept));
    }
  }

  private static String said(Held.Part part, Posting posting, String value, String kept) {
    return "%s of %s: \"%.100s\" \u2192 \"%.100s\""
        .formatted(part.name(), posting.url(), value, kept);
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
    return "%d rows, %d fields held, %d kept".formatted(rows, held, held - lost.size())
        + (lost.isEmpty() ? "" : ", lost " + lost);
  }
}
