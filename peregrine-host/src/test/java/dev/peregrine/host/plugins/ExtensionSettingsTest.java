package dev.peregrine.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.Settings;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.host.secrets.TestSecrets;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionSettingsTest {

  private static final BoardDescriptor BOARD =
      BoardDescriptor.feed(
          About.of("sample", "Sample", "")
              .withSettings(
                  SettingSpec.baseUrl("https://api.sample.test/"),
                  new SettingSpec.Text("app-id", "Application id", "", false, Optional.empty()),
                  new SettingSpec.Secret("key", "Key", "", false),
                  new SettingSpec.Whole("pages", "Pages", "", 3, 1, 10),
                  new SettingSpec.Switch("strict", "Strict", "", true),
                  new SettingSpec.Choice(
                      "region",
                      "Region",
                      "",
                      List.of(
                          new SettingSpec.Option("eu", "Europe"),
                          new SettingSpec.Option("us", "America")),
                      "eu"),
                  new SettingSpec.Texts("companies", "Companies", "", List.of("acme"))));

  private static final BoardDescriptor KEYED =
      BoardDescriptor.feed(
          About.of("keyed", "Keyed", "")
              .withSettings(
                  new SettingSpec.Text("app-id", "Application id", "", true, Optional.empty()),
                  new SettingSpec.Secret("key", "Key", "", true)));

  @TempDir Path folder;
  private Databases databases;
  private ExtensionSettings settings;

  @BeforeEach
  void open() {
    databases = new Databases(ExtensionSettings.mappers(), InstantSource.system());
    settings = new ExtensionSettings(databases, TestSecrets.in(folder));
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private <T> T as(String tenant, Callable<T> work) {
    try {
      return new Tenant(tenant, folder.resolve(tenant)).call(work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private void save(String key, String value) {
    as(
        "ada",
        () -> {
          settings.save(BOARD, Map.of(key, value));
          return key;
        });
  }

  private Settings values() {
    return as("ada", () -> settings.of(BOARD, Map.of()));
  }

  @Test
  void theAuthorsValuesHoldUntilThePersonsDo() {
    assertThat(values().address("base-url")).contains(URI.create("https://api.sample.test"));
    assertThat(values().text("app-id")).isEmpty();
    assertThat(values().secret("key")).isEmpty();
    assertThat(values().whole("pages")).isEqualTo(3);
    assertThat(values().isOn("strict")).isTrue();
    assertThat(values().choice("region")).isEqualTo("eu");
    assertThat(values().texts("companies")).containsExactly("acme");

    as(
        "ada",
        () -> {
          settings.save(
              BOARD,
              Map.of(
                  "base-url", " http://127.0.0.1:8080/api/ ",
                  "app-id", "a1",
                  "key", "s3cret",
                  "pages", "7",
                  "strict", "off",
                  "region", "us",
                  "companies", "acme, globex, acme,"));
          return true;
        });

    assertThat(values().address("base-url")).contains(URI.create("http://127.0.0.1:8080/api"));
    assertThat(values().text("app-id")).contains("a1");
    assertThat(values().secret("key")).contains("s3cret");
    assertThat(values().whole("pages")).isEqualTo(7);
    assertThat(values().isOn("strict")).isFalse();
    assertThat(values().choice("region")).isEqualTo("us");
    assertThat(values().texts("companies")).containsExactly("acme", "globex");
  }

  @Test
  void eachTenantHasItsOwn() {
    save("pages", "9");

    assertThat(as("bob", () -> settings.of(BOARD, Map.of())).whole("pages")).isEqualTo(3);
    assertThat(values().whole("pages")).isEqualTo(9);
  }

  @Test
  void anEmptyValueGoesBackToTheInitialOne() {
    save("pages", "9");
    save("pages", "");

    assertThat(values().whole("pages")).isEqualTo(3);
    assertThat(as("ada", () -> settings.entered(BOARD))).isEmpty();
  }

  @Test
  void aSecretIsKeptWhenTheFieldIsLeftEmptyAndIsNeverShown() {
    save("key", "s3cret");
    save("key", "");

    assertThat(values().secret("key")).contains("s3cret");
    assertThat(as("ada", () -> settings.entered(BOARD))).isEmpty();
    assertThat(as("ada", () -> settings.secrets(BOARD))).containsExactly("key");
    assertThat(values().toString()).doesNotContain("s3cret");

    as(
        "ada",
        () -> {
          settings.forget(BOARD, "key");
          return true;
        });
    assertThat(values().secret("key")).isEmpty();
  }

  @Test
  void theInitialAddressSavedFromAFormIsNotThePersonsOwn() {
    save("base-url", "https://api.sample.test");

    EffectiveSettings values = as("ada", () -> settings.effective(BOARD, Map.of()));

    assertThat(values.addresses()).isEmpty();
    assertThat(as("ada", () -> settings.entered(BOARD))).isEmpty();
  }

  @Test
  void anOverrideHoldsForOneCallAndCountsAsEntered() {
    EffectiveSettings values =
        as("ada", () -> settings.effective(BOARD, Map.of("base-url", "http://127.0.0.1:9/")));

    assertThat(values.addresses()).containsExactly(URI.create("http://127.0.0.1:9"));
    assertThat(values().address("base-url")).contains(URI.create("https://api.sample.test"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "base-url|ftp://x|\"Server address\" is \"ftp://x\", expected an address such as \"https://example.com\".",
        "base-url|nowhere|\"Server address\" is \"nowhere\", expected an address such as \"https://example.com\".",
        "base-url|http://me:pw@x|\"Server address\" is \"http://me:pw@x\", expected an address such as \"https://example.com\".",
        "pages|many|\"Pages\" is \"many\", expected a whole number from 1 to 10.",
        "pages|11|\"Pages\" is \"11\", expected a whole number from 1 to 10.",
        "strict|maybe|\"Strict\" is \"maybe\", expected \"on\" or \"off\".",
        "region|mars|\"Region\" is \"mars\", expected one of eu, us.",
        "colour|red|Sample: setting \"colour\" does not exist, expected one of base-url, app-id, key, pages, strict, region, companies."
      })
  void aValueThatDoesNotFitIsSaid(String key, String value, String sentence) {
    assertThat(as("ada", () -> settings.check(BOARD, Map.of(key, value))))
        .containsExactly(Map.entry(key, sentence));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> save(key, value))
        .withMessage(sentence);
  }

  @Test
  void aSecretIsInNoSentence() {
    assertThat(as("ada", () -> settings.check(BOARD, Map.of("key", "s3\u0007cret"))))
        .containsEntry(
            "key", "\"Key\" does not fit: expected one line of at most 2000 characters.");
  }

  @Test
  void anOverrideThatDoesNotFitIsBadSettings() {
    assertThat(refusal(BOARD, Map.of("pages", "many")))
        .isEqualTo(
            "Sample: \"Pages\" is \"many\", expected a whole number from 1 to 10. Change it under Plugins → Sample.");
    assertThat(refusal(BOARD, Map.of("page", "3"))).startsWith("Sample: setting \"page\"");
  }

  @Test
  void aMissingRequiredValueIsBadSettings() {
    assertThat(refusal(KEYED, Map.of()))
        .isEqualTo("Keyed needs \"Application id\". Enter it under Plugins → Keyed.");
    assertThat(as("ada", () -> settings.check(KEYED, Map.of("app-id", "", "key", ""))))
        .containsOnlyKeys("app-id", "key")
        .containsEntry("key", "\"Key\" is empty, but it is needed.");
  }

  private String refusal(BoardDescriptor board, Map<String, String> overrides) {
    return as(
        "ada",
        () -> {
          try {
            settings.of(board, overrides);
            return "none";
          } catch (ExtensionException e) {
            assertThat(e.kind()).isEqualTo(Kind.BAD_SETTINGS);
            return String.valueOf(e.getMessage());
          }
        });
  }

  @Test
  void askingForAnUndeclaredKeyOrKindIsABug() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> values().text("nothing"))
        .withMessage("Setting \"nothing\" of \"sample\": expected a declared one of kind Text.");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> values().text("key"));
  }
}
