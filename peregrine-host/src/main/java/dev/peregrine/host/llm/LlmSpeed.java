package dev.peregrine.host.llm;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a backend was when it was measured last.
 *
 * @param first to the first piece, the median of the questions
 * @param tokensPerSecond after that, the median; 0 where the backend does not count tokens
 */
public record LlmSpeed(
    String backend, String model, Duration first, double tokensPerSecond, Instant at) {}
