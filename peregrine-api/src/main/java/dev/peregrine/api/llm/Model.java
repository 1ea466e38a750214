package dev.peregrine.api.llm;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A model that a backend can run.
 *
 * @param id as the server names it
 * @param name as people read it; the id where it is blank
 * @param contextTokens how much it reads and writes in one conversation, where that is known
 * @param images whether it sees pictures, where that is known
 * @param bytes its size where it is stored by the person, where that is known
 * @param price what it costs, where that is known
 * @since 0.1
 */
public record Model(
    String id,
    String name,
    OptionalInt contextTokens,
    Optional<Boolean> images,
    OptionalLong bytes,
    Optional<Price> price) {

  /**
   * What a model costs.
   *
   * @param input for a million tokens of requests, 0 or more
   * @param output for a million tokens of answers, 0 or more
   * @param currency ISO 4217
   */
  public record Price(BigDecimal input, BigDecimal output, Currency currency) {
    public Price {
      Objects.requireNonNull(currency);
      if (input.signum() < 0 || output.signum() < 0) {
        throw new IllegalArgumentException(
            "Price \"%s\" and \"%s\": expected 0 or more.".formatted(input, output));
      }
    }
  }

  public Model {
    if (id.isBlank()) {
      throw new IllegalArgumentException("Model \"%s\": the id is blank.".formatted(name));
    }
    name = name.isBlank() ? id : name.strip();
    if (contextTokens.isPresent() && contextTokens.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "Model \"%s\": \"%d\" tokens of context, expected 1 or more."
              .formatted(id, contextTokens.getAsInt()));
    }
    Objects.requireNonNull(images);
    if (bytes.isPresent() && bytes.getAsLong() < 0) {
      throw new IllegalArgumentException(
          "Model \"%s\": \"%d\" bytes, expected 0 or more.".formatted(id, bytes.getAsLong()));
    }
    Objects.requireNonNull(price);
  }

  /** A model of which only the id is known. */
  public static Model of(String id) {
    return new Model(
        id, id, OptionalInt.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());
  }

  /** This with another name. */
  public Model withName(String newName) {
    return new Model(id, newName, contextTokens, images, bytes, price);
  }

  /** This with a known length of conversation. */
  public Model withContextTokens(int newTokens) {
    return new Model(id, name, OptionalInt.of(newTokens), images, bytes, price);
  }

  /** This, seeing pictures or not. */
  public Model withImages(boolean seesImages) {
    return new Model(id, name, contextTokens, Optional.of(seesImages), bytes, price);
  }

  /** This with a known size. */
  public Model withBytes(long newBytes) {
    return new Model(id, name, contextTokens, images, OptionalLong.of(newBytes), price);
  }

  /** This with a known price. */
  public Model withPrice(Price newPrice) {
    return new Model(id, name, contextTokens, images, bytes, Optional.of(newPrice));
  }
}
