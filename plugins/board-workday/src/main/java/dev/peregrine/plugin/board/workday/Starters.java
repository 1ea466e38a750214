package dev.peregrine.plugin.board.workday;

import dev.peregrine.api.board.Employer;
import java.util.List;
import java.util.Optional;

/**
 * Employers to search until the person names some: well-known ones whose pages on Workday are
 * public. One that moves to another system is merely reported as unknown.
 */
final class Starters {

  static final List<Employer> EMPLOYERS =
      List.of(
          named("adobe.wd5.external_experienced", "Adobe"),
          named("begacheese.wd3.Bega_Careers", "Bega Group"),
          named("crowdstrike.wd5.crowdstrikecareers", "CrowdStrike"),
          named("intel.wd1.External", "Intel"),
          named("mastercard.wd1.CorporateCareers", "Mastercard"),
          named("nvidia.wd5.NVIDIAExternalCareerSite", "NVIDIA"),
          named("paypal.wd1.jobs", "PayPal"),
          named("pfizer.wd1.PfizerCareers", "Pfizer"),
          named("redhat.wd5.jobs", "Red Hat"),
          named("salesforce.wd12.External_Career_Site", "Salesforce"),
          named("statestreet.wd1.Global", "State Street"),
          named("target.wd5.targetcareers", "Target"),
          named("workday.wd5.Workday", "Workday"));

  private Starters() {}

  private static Employer named(String slug, String name) {
    return new Employer(slug, Optional.of(name));
  }
}
