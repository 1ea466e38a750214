package dev.peregrine.host.resumes;

import java.util.Optional;

/**
 * Where somebody lives.
 *
 * @param address street and number
 * @param countryCode ISO 3166-1 alpha-2
 * @param region state, province or what else stood there
 * @param other members we have no name for, kept as they are
 */
public record Location(
    Optional<String> address,
    Optional<String> postalCode,
    Optional<String> city,
    Optional<String> countryCode,
    Optional<String> region,
    Unmapped other) {

  /** Says nothing. */
  public static final Location EMPTY =
      new Location(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Unmapped.NONE);

  public Location withAddress(Optional<String> address) {
    return new Location(address, postalCode, city, countryCode, region, other);
  }

  public Location withAddress(String address) {
    return withAddress(Optional.of(address));
  }

  public Location withPostalCode(Optional<String> postalCode) {
    return new Location(address, postalCode, city, countryCode, region, other);
  }

  public Location withPostalCode(String postalCode) {
    return withPostalCode(Optional.of(postalCode));
  }

  public Location withCity(Optional<String> city) {
    return new Location(address, postalCode, city, countryCode, region, other);
  }

  public Location withCity(String city) {
    return withCity(Optional.of(city));
  }

  public Location withCountryCode(Optional<String> countryCode) {
    return new Location(address, postalCode, city, countryCode, region, other);
  }

  public Location withCountryCode(String countryCode) {
    return withCountryCode(Optional.of(countryCode));
  }

  public Location withRegion(Optional<String> region) {
    return new Location(address, postalCode, city, countryCode, region, other);
  }

  public Location withRegion(String region) {
    return withRegion(Optional.of(region));
  }

  public Location withOther(Unmapped other) {
    return new Location(address, postalCode, city, countryCode, region, other);
  }
}
