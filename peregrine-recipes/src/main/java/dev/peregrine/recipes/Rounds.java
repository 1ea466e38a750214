package dev.peregrine.recipes;

import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardQuery;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a search asks for, in one round for each title and place where the board is told these. */
final class Rounds {

  private static final double KM_A_MILE = 1.609344;

  private Rounds() {}

  static List<Asked> of(Recipe recipe, BoardQuery query, BoardContext context) {
    Asked all = base(recipe, query, context);
    var rounds = new ArrayList<Asked>();
    for (String title : oneByOne("title", query.titles(), recipe.told())) {
      for (String place : oneByOne("location", query.locations(), recipe.told())) {
        rounds.add(all.with("title", title).with("location", place));
      }
    }
    return rounds;
  }

  /** What the person set, and what can be told of any call. */
  static Asked settings(Recipe recipe, BoardContext context) {
    var names = new HashMap<String, List<String>>();
    for (SettingSpec spec : recipe.descriptor().about().settings()) {
      Optional<String> value =
          switch (spec) {
            case SettingSpec.Secret secret -> context.settings().secret(secret.key());
            case SettingSpec.Text text -> context.settings().text(text.key());
            default -> Optional.empty();
          };
      names.put(spec.key(), value.filter(text -> !text.isBlank()).stream().toList());
    }
    return new Asked(names, context);
  }

  private static List<String> oneByOne(String name, List<String> values, Set<String> told) {
    return told.contains(name) && !values.isEmpty() ? values : List.of("");
  }

  private static Asked base(Recipe recipe, BoardQuery query, BoardContext context) {
    Asked asked =
        settings(recipe, context)
            .with("titles", query.titles())
            .with("country", query.country().orElse("").toLowerCase(Locale.ROOT))
            .with("limit", query.limit())
            .with("size", Math.max(1, recipe.pages().size()))
            .with("employment-types", query.employmentTypes().stream().map(Texts::dashed).toList());
    for (Map.Entry<String, String> part : optional(query, context).entrySet()) {
      asked = asked.with(part.getKey(), part.getValue());
    }
    boolean anyMode = query.remote().size() == RemoteMode.values().length;
    return anyMode
        ? asked
        : asked
            .with("remote", query.remote().stream().map(Texts::dashed).toList())
            .with("remote-only", query.remote().equals(Set.of(RemoteMode.REMOTE)) ? "true" : "");
  }

  private static Map<String, String> optional(BoardQuery query, BoardContext context) {
    var parts = new HashMap<String, String>();
    query
        .distanceKm()
        .ifPresent(
            km -> {
              parts.put("distance-km", Integer.toString(km));
              parts.put("distance-miles", Integer.toString((int) Math.ceil(km / KM_A_MILE)));
            });
    query
        .maxAge()
        .ifPresent(
            age -> {
              parts.put("max-age-days", Long.toString(full(age, Duration.ofDays(1))));
              parts.put("max-age-hours", Long.toString(full(age, Duration.ofHours(1))));
              parts.put(
                  "since",
                  LocalDate.ofInstant(context.clock().instant().minus(age), ZoneOffset.UTC)
                      .toString());
            });
    query.minAnnualPay().ifPresent(pay -> parts.put("min-pay", pay.toPlainString()));
    return parts;
  }

  /** Started ones count as full. */
  private static long full(Duration age, Duration unit) {
    return Math.max(1, Math.ceilDiv(age.toMillis(), unit.toMillis()));
  }
}
