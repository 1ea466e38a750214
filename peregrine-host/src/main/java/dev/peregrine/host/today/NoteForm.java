package dev.peregrine.host.today;

import static dev.peregrine.host.texts.Texts.t;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the person notes.
 *
 * @param id for the page
 * @param action where it is posted
 * @param seen the version that it was drawn from; 0 for a new one
 * @param job its number; empty for none
 * @param about the title of the job; empty for none
 * @param problem what is wrong; empty for nothing
 */
record NoteForm(
    String id,
    String action,
    int seen,
    String job,
    String about,
    String text,
    String day,
    int minutes,
    String problem) {

  private static final List<Integer> CHOICES = List.of(2, 5, 10, 15, 30, 60, 120);

  record Effort(int minutes, String label) {}

  /** The usual ones, and what is there already. */
  List<Effort> efforts() {
    return Stream.concat(CHOICES.stream(), Stream.of(minutes))
        .distinct()
        .sorted()
        .map(each -> new Effort(each, label(each)))
        .toList();
  }

  private static String label(int minutes) {
    return minutes >= 60 && minutes % 60 == 0
        ? t("today.about-hours", "count", minutes / 60)
        : t("today.about-minutes", "count", minutes);
  }
}
