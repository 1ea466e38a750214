package dev.peregrine.host.resumes;

import java.util.Optional;

/**
 * A certificate or licence.
 *
 * @param date when it was given
 * @param expires our extension
 * @param number our extension: credential id
 * @param other members we have no name for, kept as they are
 */
public record Certificate(
    Optional<String> name,
    Optional<PartialDate> date,
    Optional<PartialDate> expires,
    Optional<String> url,
    Optional<String> issuer,
    Optional<String> number,
    Unmapped other) {

  /** Says nothing. */
  public static final Certificate EMPTY =
      new Certificate(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Unmapped.NONE);

  public Certificate withName(Optional<String> name) {
    return new Certificate(name, date, expires, url, issuer, number, other);
  }

  public Certificate withName(String name) {
    return withName(Optional.of(name));
  }

  public Certificate withDate(Optional<PartialDate> date) {
    return new Certificate(name, date, expires, url, issuer, number, other);
  }

  public Certificate withExpires(Optional<PartialDate> expires) {
    return new Certificate(name, date, expires, url, issuer, number, other);
  }

  public Certificate withUrl(Optional<String> url) {
    return new Certificate(name, date, expires, url, issuer, number, other);
  }

  public Certificate withUrl(String url) {
    return withUrl(Optional.of(url));
  }

  public Certificate withIssuer(Optional<String> issuer) {
    return new Certificate(name, date, expires, url, issuer, number, other);
  }

  public Certificate withIssuer(String issuer) {
    return withIssuer(Optional.of(issuer));
  }

  public Certificate withNumber(Optional<String> number) {
    return new Certificate(name, date, expires, url, issuer, number, other);
  }

  public Certificate withNumber(String number) {
    return withNumber(Optional.of(number));
  }

  public Certificate withOther(Unmapped other) {
    return new Certificate(name, date, expires, url, issuer, number, other);
  }
}
