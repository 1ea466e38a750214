package dev.peregrine.host.llm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What one feature asked of one backend.
 *
 * @param calls how often it was asked, of which so many were answered
 * @param left how many of them left the person's network
 * @param cost where prices are known
 * @param currency ISO 4217; empty where no price is known
 */
public record LlmTotal(
    String feature,
    String backend,
    long calls,
    long answered,
    long left,
    long inputTokens,
    long outputTokens,
    Duration time,
    Optional<BigDecimal> cost,
    String currency) {}
