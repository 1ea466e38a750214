package dev.peregrine.host.llm;

import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.Model;
import dev.peregrine.host.llm.LlmCallMapper.CallData;
import dev.peregrine.host.llm.LlmCallMapper.TotalData;
import dev.peregrine.host.storage.Databases;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the current tenant's models were asked, by feature: calls, tokens, time, cost. */
final class LlmLedger {

  private static final Logger LOG = LoggerFactory.getLogger(LlmLedger.class);
  private static final Duration KEPT = Duration.ofDays(365);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final Databases databases;
  private final InstantSource clock;

  LlmLedger(Databases databases, InstantSource clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /**
   * One question to one backend.
   *
   * @param answer empty where there was none
   * @param price where it is known
   */
  record Entry(
      String feature,
      String backend,
      String model,
      boolean left,
      Optional<Completion> answer,
      Optional<Duration> first,
      Duration lasted,
      Optional<Model.Price> price) {}

  /** Notes it. An answer is never lost because it cannot be noted. */
  void note(Entry entry) {
    try {
      Instant now = clock.instant();
      CallData row = row(entry, now);
      databases
          .current()
          .write(
              mappers -> {
                LlmCallMapper mapper = mappers.of(LlmCallMapper.class);
                mapper.add(row);
                return mapper.forget(now.minus(KEPT).toEpochMilli());
              });
    } catch (RuntimeException notNoted) {
      LOG.warn("A question to a language model is missing in the ledger.", notNoted);
    }
  }

  private static CallData row(Entry entry, Instant now) {
    Optional<BigDecimal> cost = entry.price().flatMap(price -> cost(price, entry.answer()));
    return new CallData(
        now.toEpochMilli(),
        entry.feature(),
        entry.backend(),
        entry.model(),
        entry.answer().isPresent(),
        entry.left(),
        entry.answer().map(Completion::inputTokens).map(LlmLedger::number).orElse(null),
        entry.answer().map(Completion::outputTokens).map(LlmLedger::number).orElse(null),
        entry.first().map(Duration::toMillis).orElse(null),
        entry.lasted().toMillis(),
        cost.map(each -> each.multiply(MILLION).setScale(0, RoundingMode.CEILING).longValue())
            .orElse(null),
        cost.flatMap(each -> entry.price())
            .map(price -> price.currency().getCurrencyCode())
            .orElse(null));
  }

  private static @Nullable Long number(OptionalInt tokens) {
    return tokens.isPresent() ? Long.valueOf(tokens.getAsInt()) : null;
  }

  private static Optional<BigDecimal> cost(Model.Price price, Optional<Completion> answer) {
    return answer
        .filter(each -> each.inputTokens().isPresent() && each.outputTokens().isPresent())
        .map(
            each ->
                price
                    .input()
                    .multiply(BigDecimal.valueOf(each.inputTokens().getAsInt()))
                    .add(
                        price.output().multiply(BigDecimal.valueOf(each.outputTokens().getAsInt())))
                    .divide(MILLION, 12, RoundingMode.HALF_UP));
  }

  /** What was asked since then, by feature and backend. */
  List<LlmTotal> totals(Instant since) {
    return databases
        .current()
        .read(mappers -> mappers.of(LlmCallMapper.class).totals(since.toEpochMilli()))
        .stream()
        .map(LlmLedger::total)
        .toList();
  }

  /** How fast who was measured was, the newest first. */
  List<LlmSpeed> speeds() {
    return LlmSpeeds.of(
        databases
            .current()
            .read(mappers -> mappers.of(LlmCallMapper.class).measured(LlmSpeeds.FEATURE)));
  }

  private static LlmTotal total(TotalData row) {
    return new LlmTotal(
        row.feature(),
        row.backend(),
        row.calls(),
        row.answered(),
        row.leftNetwork(),
        row.inputTokens(),
        row.outputTokens(),
        Duration.ofMillis(row.millis()),
        Optional.ofNullable(row.costMicros()).map(micros -> BigDecimal.valueOf(micros, 6)),
        Objects.requireNonNullElse(row.currency(), ""));
  }
}
