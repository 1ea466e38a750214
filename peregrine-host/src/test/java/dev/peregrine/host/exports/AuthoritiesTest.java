package dev.peregrine.host.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.export.ExportRequest.Fact;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesTest {

  @TempDir Path home;

  @Test
  void everyOneOfOursCanBeReadAndSaysWhenAndWhere() throws Exception {
    assertThat(in(() -> new Authorities().all()))
        .hasSize(7)
        .allSatisfy(
            authority -> {
              assertThat(authority.columns())
                  .extracting(column -> column.fact())
                  .contains(Fact.DATE, Fact.COMPANY, Fact.TITLE);
              assertThat(authority.name()).isNotBlank();
              assertThat(authority.language().getLanguage()).isIn("en", "de");
            });
  }

  @Test
  void onesOwnJoinsOursOrReplacesOne() throws Exception {
    Path own = Files.createDirectories(home.resolve("config/authorities"));
    Files.writeString(
        own.resolve("fr-travail.yaml"),
        "name: France Travail\nlanguage: fr\ncolumns:\n  - {heading: Date, fact: date}\n");
    Files.writeString(
        own.resolve("general.yaml"), "name: Mine\ncolumns:\n  - {heading: When, fact: date}\n");
    assertThat(in(() -> new Authorities().all())).hasSize(8);
    assertThat(in(() -> new Authorities().find("general")).orElseThrow().name()).isEqualTo("Mine");
    assertThat(in(() -> new Authorities().find("fr-travail")).orElseThrow().language())
        .isEqualTo(Locale.FRENCH);
  }

  @Test
  void aMistakeNamesFileWordAndWhatWasExpected() {
    assertThatThrownBy(
            () ->
                Authorities.read(
                    "x", "authorities/x.yaml", "columns:\n  - {heading: A, fact: dat}\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("x.yaml")
        .hasMessageContaining("fact \"dat\": expected one of date, step, company");
    assertThatThrownBy(() -> Authorities.read("x", "authorities/x.yaml", "name: x\n"))
        .hasMessageContaining("it has 0 columns, expected 1 to 12");
    assertThatThrownBy(() -> Authorities.read("x", "authorities/x.yaml", "- 1\n"))
        .hasMessageContaining("expected name, language, columns and notes");
  }

  private <T> T in(java.util.concurrent.Callable<T> work) throws Exception {
    return new Tenant("t", home).call(work);
  }
}
