package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list with its stages, filters and the bar for what is selected.
 *
 * @param chips the stages with how many they hold
 * @param boards id → name, for the filter
 * @param counted how many are shown, as a sentence
 * @param more where the next page is
 */
record ListPart(
    ReviewQuery query,
    List<Chip> chips,
    Map<String, String> boards,
    List<Row> rows,
    String counted,
    Optional<String> more,
    List<String> narrowed,
    String token) {

  /** A stage to look at. */
  record Chip(String label, long count, String path, boolean here) {}

  boolean isPending() {
    return !query.isHidden() && query.stage() == dev.peregrine.host.pipeline.Stage.PENDING;
  }

  boolean isStage(String key) {
    return !query.isHidden() && query.stage().key().equals(key);
  }

  String stackPath() {
    return query.with("view", "").with("stage", "").with("rule", "").path();
  }

  String clearedPath() {
    return query.cleared().path();
  }

  String exportPath() {
    return "/review/export" + (query.given().isEmpty() ? "" : "?" + query.text());
  }

  /** Whether these are jobs that a report of a work search tells of. */
  boolean isReported() {
    return !query.isHidden()
        && switch (query.stage()) {
          case PENDING, APPROVED, ARCHIVED, REJECTED -> false;
          case APPLIED, SURVEY, PHONE_SCREEN, INTERVIEWING, OFFER, HIRED -> true;
        };
  }

  String moveAction() {
    return "/review/move" + (query.given().isEmpty() ? "" : "?" + query.text());
  }

  String hereChip() {
    return chips.stream()
        .filter(Chip::here)
        .map(Chip::label)
        .findFirst()
        .orElseGet(() -> t("review.jobs"));
  }

  Map<String, String> rules() {
    var rules = new java.util.LinkedHashMap<String, String>();
    for (String rule :
        List.of(
            "title", "location", "remote", "age", "pay", "type", "blocklist", "excluded-word")) {
      rules.put(rule, Words.hiddenByRule(rule));
    }
    return rules;
  }

  boolean rulesShown() {
    return query.isHidden();
  }
}
