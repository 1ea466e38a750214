package dev.peregrine.host.rest;

import java.util.Optional;

/**
 * What came of an operation.
 *
 * @param location where what was made can be had, below the API's root
 */
record Result<A>(int status, A body, Optional<String> location) {

  static <A> Result<A> of(A body) {
    return new Result<>(200, body, Optional.empty());
  }

  static <A> Result<A> created(A body, String location) {
    return new Result<>(201, body, Optional.of(location));
  }

  /** It was begun and goes on. */
  static <A> Result<A> accepted(A body, String location) {
    return new Result<>(202, body, Optional.of(location));
  }
}
