package dev.peregrine.host.tiers;

import static dev.peregrine.host.texts.Texts.t;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The table of what needs a tier. What is not in it is free. A new gated feature is one line here,
 * and {@link Entitlements#gate} wherever it is entered.
 */
public enum Feature {
  LLM_CAREER_SUMMARY(Tier.PAID, true),
  LLM_EXPAND_BULLETS(Tier.PAID, true),
  LLM_SUGGEST_SKILLS(Tier.PAID, true),
  LLM_JOB_TITLES(Tier.PAID, true),
  LLM_MISSION_NOTES(Tier.PAID, true),
  LLM_VOICE_GUIDELINES(Tier.PREMIUM, true),
  COMPANY_RESEARCH(Tier.PAID, true),
  INTERVIEW_PREP(Tier.PAID, true),
  SURVEY_ASSISTANT(Tier.PAID, true),
  LLM_KEYWORDS_BLOCKLIST(Tier.PAID, false),
  EMAIL_CLASSIFIER(Tier.PAID, false, "mail/llm"),
  SHARED_COVER_WRITER_MODEL(Tier.PAID, false),
  MODEL_FINE_TUNING(Tier.PREMIUM, false),
  MULTI_USER(Tier.PREMIUM, false),
  NOTION_SYNC(Tier.PAID, false, "integration/notion"),
  GOOGLE_SHEETS_SYNC(Tier.PAID, false, "integration/google-sheets"),
  AIRTABLE_SYNC(Tier.PAID, false, "integration/airtable"),
  GOOGLE_CALENDAR_SYNC(Tier.PAID, false, "integration/google-calendar"),
  APPLE_CALENDAR_SYNC(Tier.PAID, false, "integration/caldav"),
  SLACK_NOTIFICATIONS(Tier.PAID, false, "integration/slack"),
  VUE_UI_BETA(Tier.FREE, false);

  private final Tier least;
  private final boolean opensByOwnBackend;
  private final Set<String> extensions;

  Feature(Tier least, boolean opensByOwnBackend, String... extensions) {
    this.least = least;
    this.opensByOwnBackend = opensByOwnBackend;
    this.extensions = Set.of(extensions);
  }

  /** Its key, such as {@code company_research}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is called on pages. */
  public String label() {
    return t("tiers.name-" + key());
  }

  /** A sentence: what it does. */
  public String does() {
    return t("tiers.does-" + key());
  }

  /** Whether a language model of one's own opens it at every tier. */
  public boolean opensByOwnBackend() {
    return opensByOwnBackend;
  }

  Tier least() {
    return least;
  }

  /** The feature of that key; empty for what is free. */
  public static Optional<Feature> of(String key) {
    for (Feature feature : values()) {
      if (feature.key().equals(key)) {
        return Optional.of(feature);
      }
    }
    return Optional.empty();
  }

  /**
   * The feature that an extension needs.
   *
   * @param extension point and id, such as {@code integration/notion}
   */
  static Optional<Feature> ofExtension(String extension) {
    for (Feature feature : values()) {
      if (feature.extensions.contains(extension)) {
        return Optional.of(feature);
      }
    }
    return Optional.empty();
  }
}
