package dev.peregrine.host.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeaturesTest {

  private static final List<String> TIERS = List.of("free", "paid", "premium", "ultra");

  /** Least tier, and whether a model of one's own opens it. */
  private static final Map<String, String> TABLE =
      Stream.of(
              "llm_career_summary paid own",
              "llm_expand_bullets paid own",
              "llm_suggest_skills paid own",
              "llm_job_titles paid own",
              "llm_mission_notes paid own",
              "llm_voice_guidelines premium own",
              "company_research paid own",
              "interview_prep paid own",
              "survey_assistant paid own",
              "llm_keywords_blocklist paid",
              "email_classifier paid",
              "shared_cover_writer_model paid",
              "model_fine_tuning premium",
              "multi_user premium",
              "notion_sync paid",
              "google_sheets_sync paid",
              "airtable_sync paid",
              "google_calendar_sync paid",
              "apple_calendar_sync paid",
              "slack_notifications paid",
              "vue_ui_beta free")
          .collect(
              Collectors.toMap(
                  line -> line.substring(0, line.indexOf(' ')),
                  line -> line.substring(line.indexOf(' ') + 1)));

  @Test
  void theTableIsTheOneThatWasAgreed() {
    assertThat(Stream.of(Feature.values()).map(Feature::key))
        .containsExactlyInAnyOrderElementsOf(TABLE.keySet());
  }

  @Test
  void eachTierOpensWhatItReachesAndAnOwnBackendWhatItUnlocks() {
    TABLE.forEach(
        (feature, needs) -> {
          int least = TIERS.indexOf(needs.split(" ")[0]);
          for (String tier : TIERS) {
            boolean reached = TIERS.indexOf(tier) >= least;
            assertThat(Features.canUse(tier, feature, false))
                .as("%s for %s", feature, tier)
                .isEqualTo(reached);
            assertThat(Features.canUse(tier, feature, true))
                .as("%s for %s with an own backend", feature, tier)
                .isEqualTo(reached || needs.endsWith("own"));
          }
        });
  }

  @Test
  void aClassifierThatAsksAModelStandsBehindItsFeature() {
    assertThat(Feature.ofExtension("mail/llm")).hasValue(Feature.EMAIL_CLASSIFIER);
    assertThat(Feature.ofExtension("mail/rules")).isEmpty();
  }

  @Test
  void whatIsNotInTheTableIsFree() {
    for (String feature :
        List.of("google_drive_sync", "discord_notifications", "cover_letter", "")) {
      assertThat(Features.canUse("free", feature, false)).as(feature).isTrue();
      assertThat(Features.canUse("gold", feature, false)).as(feature).isTrue();
    }
  }

  @Test
  void anUnknownTierReachesNothingThatNeedsOne() {
    for (String tier : List.of("gold", "", "PAID", "paid ", "null")) {
      TABLE.forEach(
          (feature, needs) -> {
            assertThat(Features.canUse(tier, feature, false)).as(tier + " " + feature).isFalse();
            assertThat(Features.canUse(tier, feature, true))
                .as(tier + " " + feature)
                .isEqualTo(needs.endsWith("own"));
          });
    }
  }

  @Test
  void eachFeatureSaysWhatItDoes() {
    for (Feature feature : Feature.values()) {
      assertThat(feature.does()).as(feature.key()).endsWith(".");
      assertThat(feature.label()).as(feature.key()).isNotBlank();
    }
  }

  @Test
  void nobodyElseWritesTheNamesOfTiers() throws Exception {
    Path sources = Path.of("src/main/java");
    assertThat(sources).isDirectory();
    try (Stream<Path> all = Files.walk(sources)) {
      for (Path source : all.filter(file -> file.toString().endsWith(".java")).toList()) {
        if (!source.toString().replace('\\', '/').contains("/host/tiers/")) {
          assertThat(Files.readString(source))
              .as("%s: ask Entitlements, do not compare tiers", source)
              .doesNotContain("\"paid\"", "\"premium\"", "\"ultra\"");
        }
      }
    }
  }
}
