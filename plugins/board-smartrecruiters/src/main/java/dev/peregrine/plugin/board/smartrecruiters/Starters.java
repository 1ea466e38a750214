package dev.peregrine.plugin.board.smartrecruiters;

import dev.peregrine.api.board.Employer;
import java.util.List;
import java.util.Optional;

/**
 * Employers to search until the person names some: well-known ones whose pages on SmartRecruiters
 * are public. One that moves to another system is merely reported as unknown.
 */
final class Starters {

  static final List<Employer> EMPLOYERS =
      List.of(
          named("AccorHotel", "Accor"),
          named("BoschGroup", "Bosch Group"),
          named("CERN", "CERN"),
          named("DeliveryHero", "Delivery Hero"),
          named("Devoteam", "Devoteam"),
          named("Eurofins", "Eurofins"),
          named("Experian", "Experian"),
          named("Freshworks", "Freshworks"),
          named("NielsenIQ", "NielsenIQ"),
          named("PublicisGroupe", "Publicis Groupe"),
          named("ServiceNow", "ServiceNow"),
          named("Ubisoft2", "Ubisoft"),
          named("Visa", "Visa"),
          named("WesternDigital", "Western Digital"),
          named("Wise", "Wise"));

  private Starters() {}

  private static Employer named(String slug, String name) {
    return new Employer(slug, Optional.of(name));
  }
}
