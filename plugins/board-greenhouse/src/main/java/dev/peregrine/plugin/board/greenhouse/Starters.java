package dev.peregrine.plugin.board.greenhouse;

import dev.peregrine.api.board.Employer;
import java.util.List;
import java.util.Optional;

/**
 * Employers to search until the person names some: well-known ones whose pages on Greenhouse are
 * public. One that moves to another system is merely reported as unknown.
 */
final class Starters {

  static final List<Employer> EMPLOYERS =
      List.of(
          named("airbnb", "Airbnb"),
          named("anthropic", "Anthropic"),
          named("asana", "Asana"),
          named("brex", "Brex"),
          named("canonical", "Canonical"),
          named("celonis", "Celonis"),
          named("cloudflare", "Cloudflare"),
          named("contentful", "Contentful"),
          named("databricks", "Databricks"),
          named("datadog", "Datadog"),
          named("discord", "Discord"),
          named("dropbox", "Dropbox"),
          named("duolingo", "Duolingo"),
          named("elastic", "Elastic"),
          named("figma", "Figma"),
          named("getyourguide", "GetYourGuide"),
          named("gitlab", "GitLab"),
          named("hellofresh", "HelloFresh"),
          named("mongodb", "MongoDB"),
          named("monzo", "Monzo"),
          named("n26", "N26"),
          named("pinterest", "Pinterest"),
          named("reddit", "Reddit"),
          named("stripe", "Stripe"),
          named("twilio", "Twilio"));

  private Starters() {}

  private static Employer named(String slug, String name) {
    return new Employer(slug, Optional.of(name));
  }
}
