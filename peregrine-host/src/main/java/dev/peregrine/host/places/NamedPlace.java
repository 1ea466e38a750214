package dev.peregrine.host.places;

/**
 * A city or country.
 *
 * @param value as a search profile has it, such as {@code München, Germany}
 * @param about what else to tell, such as its other name; may be empty
 */
public record NamedPlace(String value, String about) {}
