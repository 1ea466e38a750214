package dev.peregrine.host.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are edited while the program runs. */
class LastGoodTest {

  private static final String GOOD = "profiles:\n  - name: Berlin\n    max_age_days: 7\n";

  @TempDir Path home;
  private final SearchProfiles profiles = new SearchProfiles();
  private Path file;

  @BeforeEach
  void folder() throws IOException {
    file = home.resolve("config/search_profiles.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, GOOD);
  }

  private List<String> names() {
    return new Tenant("t", home)
        .calling(() -> profiles.all().stream().map(SearchProfile::name).toList());
  }

  private String problem() {
    return new Tenant("t", home).calling(() -> profiles.problem().orElse(""));
  }

  @Test
  void anEditCountsAtOnce() throws IOException {
    assertThat(names()).containsExactly("Berlin");
    Files.writeString(file, GOOD.replace("Berlin", "Hamburg"));
    assertThat(names()).containsExactly("Hamburg");
    assertThat(problem()).isEmpty();
  }

  @Test
  void aTypoIsSaidWithItsLineAndWhatWasGoodStaysInForce() throws IOException {
    assertThat(names()).containsExactly("Berlin");
    Files.writeString(file, GOOD.replace("Berlin", "Hamburg").replace("7", "seven"));
    assertThat(names()).containsExactly("Berlin");
    assertThat(problem())
        .startsWith("config/search_profiles.yaml, line 3: max age days is \"seven\", expected")
        .endsWith("Until then it counts as it was before.");
    Files.writeString(file, GOOD.replace("Berlin", "Hamburg"));
    assertThat(names()).containsExactly("Hamburg");
  }

  @Test
  void aHalfWrittenFileChangesNothingAndIsNotWrittenOver() throws IOException {
    assertThat(names()).containsExactly("Berlin");
    String half = "profiles:\n  - name: \"Ber";
    Files.writeString(file, half);
    assertThat(names()).containsExactly("Berlin");
    var tenant = new Tenant("t", home);
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(
            () -> tenant.run(() -> profiles.save(SearchProfile.of("x", List.of(), List.of()))));
    assertThat(file).hasContent(half);
  }

  @Test
  void aFileThatNeverCouldBeReadIsNotTakenForNone() throws IOException {
    Files.writeString(file, "profiles: [");
    assertThatExceptionOfType(ConfigException.class).isThrownBy(this::names);
    assertThat(problem()).doesNotContain("as it was before");
  }

  @Test
  void whoSavesSecondIsToldAndNothingIsLost() throws IOException {
    var tenant = new Tenant("t", home);
    String seen = tenant.calling(() -> profiles.mark("Berlin"));
    SearchProfile mine = tenant.calling(() -> profiles.find("Berlin")).orElseThrow();
    Files.writeString(file, GOOD.replace("7", "9"));
    assertThatExceptionOfType(ChangedMeanwhileException.class)
        .isThrownBy(
            () ->
                tenant.run(() -> profiles.save(mine.withTitles(List.of("Baker")), "Berlin", seen)))
        .withMessageContaining("This search was changed meanwhile");
    assertThat(file).content().contains("max_age_days: 9").doesNotContain("Baker");
  }

  @Test
  void anotherProfileThatChangedMeanwhileIsInNobodysWay() throws IOException {
    var tenant = new Tenant("t", home);
    String seen = tenant.calling(() -> profiles.mark("Berlin"));
    SearchProfile mine = tenant.calling(() -> profiles.find("Berlin")).orElseThrow();
    Files.writeString(file, GOOD + "  - name: Hamburg   # by hand\n");
    tenant.run(() -> profiles.save(mine.withTitles(List.of("Baker")), "Berlin", seen));
    assertThat(file).content().contains("Baker").contains("Hamburg   # by hand");
  }
}
