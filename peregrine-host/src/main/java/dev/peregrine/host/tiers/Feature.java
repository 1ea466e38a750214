package dev.peregrine.host.tiers;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The table of what needs a tier. What is not in it is free. A new gated feature is one line here,
 * and {@link Entitlements#gate} wherever it is entered.
 */
public enum Feature {
  LLM_CAREER_SUMMARY(
      Tier.PAID, true, "Career summary", "It writes a summary of your career for you to accept."),
  LLM_EXPAND_BULLETS(
      Tier.PAID, true, "Fuller bullets", "It proposes fuller wording for the bullets of a résumé."),
  LLM_SUGGEST_SKILLS(
      Tier.PAID, true, "Skill suggestions", "It finds skills that your experience shows."),
  LLM_JOB_TITLES(
      Tier.PAID, true, "Title suggestions", "It suggests other job titles to search for."),
  LLM_MISSION_NOTES(
      Tier.PAID, true, "Mission notes", "It drafts why you care about the causes you chose."),
  LLM_VOICE_GUIDELINES(
      Tier.PREMIUM, true, "Your voice", "It learns from your letters how you write."),
  COMPANY_RESEARCH(
      Tier.PAID, true, "Company research", "It gathers a brief about a company before you talk."),
  INTERVIEW_PREP(Tier.PAID, true, "Interview preparation", "It practises the interview with you."),
  SURVEY_ASSISTANT(
      Tier.PAID, true, "Survey assistant", "It helps with the questions of culture surveys."),
  LLM_KEYWORDS_BLOCKLIST(
      Tier.PAID,
      false,
      "Keyword and blocklist suggestions",
      "It proposes keywords to look for and companies to leave out."),
  EMAIL_CLASSIFIER(
      Tier.PAID, false, "Mail signals", "It reads what an employer's mail means for a job."),
  SHARED_COVER_WRITER_MODEL(
      Tier.PAID,
      false,
      "The shared letter model",
      "It writes letters with a model that is made for it."),
  MODEL_FINE_TUNING(
      Tier.PREMIUM, false, "A model of your own", "It trains a model on your own letters."),
  MULTI_USER(
      Tier.PREMIUM, false, "Several people", "It keeps several people apart in one Peregrine."),
  NOTION_SYNC(
      Tier.PAID,
      false,
      "Notion",
      "It writes your applications into a Notion database.",
      "integration/notion"),
  GOOGLE_SHEETS_SYNC(
      Tier.PAID,
      false,
      "Google Sheets",
      "It writes your applications into a spreadsheet.",
      "integration/google-sheets"),
  AIRTABLE_SYNC(
      Tier.PAID,
      false,
      "Airtable",
      "It writes your applications into an Airtable base.",
      "integration/airtable"),
  GOOGLE_CALENDAR_SYNC(
      Tier.PAID,
      false,
      "Google Calendar",
      "It puts your interviews into Google Calendar.",
      "integration/google-calendar"),
  APPLE_CALENDAR_SYNC(
      Tier.PAID,
      false,
      "Apple Calendar",
      "It puts your interviews into Apple Calendar.",
      "integration/apple-calendar"),
  SLACK_NOTIFICATIONS(
      Tier.PAID,
      false,
      "Slack",
      "It tells you in Slack when something happens.",
      "integration/slack"),
  VUE_UI_BETA(Tier.FREE, false, "The new pages", "They are the pages you are looking at.");

  private final Tier least;
  private final boolean opensByOwnBackend;
  private final String label;
  private final String does;
  private final Set<String> extensions;

  Feature(Tier least, boolean opensByOwnBackend, String label, String does, String... extensions) {
    this.least = least;
    this.opensByOwnBackend = opensByOwnBackend;
    this.label = label;
    this.does = does;
    this.extensions = Set.of(extensions);
  }

  /** Its key, such as {@code company_research}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is called on pages. */
  public String label() {
    return label;
  }

  /** A sentence: what it does. */
  public String does() {
    return does;
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
