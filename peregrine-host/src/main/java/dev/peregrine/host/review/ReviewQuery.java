package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.RemoteMode;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Visit;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of the jobs is shown, as the address says it. Values that make no sense are left out, so
 * that a mistyped address shows something rather than nothing.
 */
record ReviewQuery(Map<String, String> given) {

  static final String HIDDEN = "hidden";
  private static final int LONGEST = 200;
  private static final List<String> NARROWING =
      List.of("q", "mode", "board", "min", "pay", "age", "rule");

  ReviewQuery {
    given = new LinkedHashMap<>(given);
  }

  static ReviewQuery of(Visit visit) {
    var given = new LinkedHashMap<String, String>();
    for (String name :
        List.of("view", "stage", "q", "mode", "board", "min", "pay", "age", "rule", "sort")) {
      String value = visit.value(name);
      if (!value.isEmpty() && value.length() <= LONGEST && makesSense(name, value)) {
        given.put(name, value);
      }
    }
    return new ReviewQuery(given);
  }

  private static boolean makesSense(String name, String value) {
    return switch (name) {
      case "view" -> value.equals("list");
      case "stage" -> value.equals(HIDDEN) || isStage(value);
      case "mode" -> Set.of("remote", "flexible", "on_site").contains(value);
      case "min" -> value.matches("[1-9]\\d?|100");
      case "age" -> value.matches("[1-9]\\d{0,2}");
      case "pay" -> value.matches("[1-9]\\d{0,8}");
      case "sort" -> Set.of("newest", "company").contains(value);
      default -> true;
    };
  }

  private static boolean isStage(String key) {
    for (Stage stage : Stage.values()) {
      if (stage.key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  String get(String name) {
    return given.getOrDefault(name, "");
  }

  ReviewQuery with(String name, String value) {
    var more = new LinkedHashMap<>(given);
    more.put(name, value);
    if (value.isEmpty()) {
      more.remove(name);
    }
    return new ReviewQuery(more);
  }

  /** Without the filters, but with the stage and the way of showing. */
  ReviewQuery cleared() {
    var less = new LinkedHashMap<>(given);
    NARROWING.forEach(less::remove);
    return new ReviewQuery(less);
  }

  boolean isList() {
    return get("view").equals("list") || isHidden() || stage() != Stage.PENDING;
  }

  boolean isHidden() {
    return get("stage").equals(HIDDEN);
  }

  boolean isNarrowed() {
    return NARROWING.stream().anyMatch(given::containsKey);
  }

  Stage stage() {
    return get("stage").isEmpty() || isHidden() ? Stage.PENDING : Stage.of(get("stage"));
  }

  /** After the question mark; empty for nothing. */
  String text() {
    return given.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  String path() {
    return given.isEmpty() ? "/review" : "/review?" + text();
  }

  JobFilter filter() {
    JobFilter filter = isHidden() ? JobFilter.hidden() : JobFilter.stage(stage());
    if (!get("q").isEmpty()) {
      filter = filter.withWords(get("q"));
    }
    filter =
        switch (get("mode")) {
          case "remote" -> filter.withRemote(Set.of(RemoteMode.REMOTE));
          case "flexible" -> filter.withRemote(Set.of(RemoteMode.REMOTE, RemoteMode.HYBRID));
          case "on_site" -> filter.withRemote(Set.of(RemoteMode.ON_SITE));
          default -> filter;
        };
    if (!get("board").isEmpty()) {
      filter = filter.withBoard(get("board"));
    }
    if (!get("rule").isEmpty()) {
      filter = filter.withHiddenBy(get("rule"));
    }
    if (!get("min").isEmpty()) {
      filter = filter.withMinScore(Integer.parseInt(get("min")));
    }
    if (!get("age").isEmpty()) {
      filter = filter.withMaxAgeDays(Integer.parseInt(get("age")));
    }
    if (!get("pay").isEmpty()) {
      filter = filter.withMinAnnualPay(new BigDecimal(get("pay")));
    }
    return switch (get("sort")) {
      case "newest" -> filter.withOrder(JobFilter.Order.NEWEST);
      case "company" -> filter.withOrder(JobFilter.Order.COMPANY);
      default -> filter;
    };
  }

  /** The filters in words, for the sentence that offers to clear them. */
  List<String> said(BoardNames boards) {
    var said = new ArrayList<String>();
    if (!get("q").isEmpty()) {
      said.add("“" + get("q") + "”");
    }
    switch (get("mode")) {
      case "remote" -> said.add(t("review.mode-remote"));
      case "flexible" -> said.add(t("review.mode-flexible"));
      case "on_site" -> said.add(t("review.mode-on-site"));
      default -> {
        // any place of work
      }
    }
    if (!get("board").isEmpty()) {
      said.add(t("review.on-board", "board", boards.name(get("board"))));
    }
    if (!get("rule").isEmpty()) {
      said.add(Words.hiddenBy(get("rule")));
    }
    if (!get("min").isEmpty()) {
      said.add(t("review.score-from", "least", get("min")));
    }
    if (!get("pay").isEmpty()) {
      said.add(t("review.at-least-a-year", "pay", Integer.parseInt(get("pay"))));
    }
    if (!get("age").isEmpty()) {
      said.add(t("review.days-old", "days", get("age")));
    }
    return said;
  }

  String orderInWords() {
    return switch (get("sort")) {
      case "newest" -> t("review.newest-first");
      case "company" -> t("review.by-company");
      default -> t("review.best-match-first");
    };
  }
}
