package dev.peregrine.host.interviews;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is offered for one job, as a form.
 *
 * @param typed what stands in each field
 * @param version the wording that the form was made from
 * @param isThere whether an offer is noted
 * @param aYear what it pays in a year; empty where no amount is known
 * @param other what another window saved meanwhile, by field
 */
record OfferPage(
    Frame frame,
    Map<String, String> typed,
    long version,
    boolean isThere,
    String aYear,
    int offers,
    List<MoveChoices.Choice> periods,
    List<MoveChoices.Choice> modes,
    Optional<String> problem,
    List<String> other) {

  String value(String field) {
    return typed.getOrDefault(field, "");
  }
}
