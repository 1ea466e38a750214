package dev.peregrine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingSpecTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "API-key", "api_key", "-key", "a b", "../x"})
  void keysAreSmallLettersDigitsAndDashes(String key) {
    assertThatThrownBy(() -> new SettingSpec.Secret(key, "Key", "", true))
        .hasMessage("Setting key \"%s\": expected 1 to 40 of a-z, 0-9 and -.", key);
  }

  @Test
  void labelsAreNotBlank() {
    assertThatThrownBy(() -> new SettingSpec.Switch("deep", " ", "", true))
        .hasMessage("Setting \"deep\": the label is blank.");
    assertThatThrownBy(() -> new SettingSpec.Option("de", ""))
        .hasMessage("Option \"de\": the label is blank.");
  }

  @Test
  void anInitialNumberIsWithinItsBounds() {
    assertThatThrownBy(() -> new SettingSpec.Whole("pages", "Pages", "", 0, 1, 20))
        .hasMessage("Setting \"pages\": initial value \"0\", expected 1 to 20.");
    assertThat(new SettingSpec.Whole("pages", "Pages", "", 20, 1, 20).required()).isFalse();
  }

  @Test
  void anInitialChoiceIsOneOfTheOptions() {
    var options = List.of(new SettingSpec.Option("de", "Germany"));
    assertThatThrownBy(() -> new SettingSpec.Choice("country", "Country", "", options, "fr"))
        .hasMessage("Setting \"country\": initial value \"fr\", expected one of its options.");
    var twice = List.of(options.getFirst(), new SettingSpec.Option("de", "Deutschland"));
    assertThatThrownBy(() -> new SettingSpec.Choice("country", "Country", "", twice, "de"))
        .hasMessage("Setting \"country\": two options have the same value.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "api.example.org", "ftp://api.example.org", "https://", "http:///x"})
  void anInitialAddressIsAbsolute(String address) {
    assertThatThrownBy(
            () -> new SettingSpec.Address("server", "Server", "", false, Optional.of(address)))
        .hasMessage(
            "Setting \"server\": initial value \"%s\", expected an absolute http or https address.",
            address);
  }

  @Test
  void initialTextsAreWithoutBlanksAndDuplicates() {
    assertThat(
            new SettingSpec.Texts("employers", "Employers", "", List.of(" a", "b", "", "a"))
                .initial())
        .containsExactly("a", "b");
  }

  @Test
  void theServersAddressIsASettingOfTheSameKeyEverywhere() {
    SettingSpec.Address address = SettingSpec.baseUrl("https://api.example.org");
    assertThat(address.key()).isEqualTo("base-url");
    assertThat(address.initial()).hasValue("https://api.example.org");
    assertThat(address.required()).isFalse();
  }

  @Test
  void aSettingIsDeclaredOnce() {
    About about = About.of("acme", "Acme", "Finds anvils.");
    SettingSpec key = new SettingSpec.Secret("key", "Key", "", true);
    assertThatThrownBy(() -> about.withSettings(key, key))
        .hasMessage("Extension \"acme\": setting \"key\" is declared twice.");
  }
}
