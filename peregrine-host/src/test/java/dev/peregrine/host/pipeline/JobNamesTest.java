package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Jobs looked for by title and employer. */
final class JobNamesTest extends JobsFixture {

  private List<String> named(String typed) {
    return home.with(() -> jobs.named(typed, 10)).stream().map(NamedJob::title).toList();
  }

  @Test
  void wordsOfTitleAndEmployerFindItAsSoonAsTheyBegin() {
    add(posting("1", "Bridge Engineer", "Kontor Eins"));
    add(posting("2", "Harbour Pilot", "Nordsee Lotsen"));
    assertThat(named("bri")).containsExactly("Bridge Engineer");
    assertThat(named("lots pil")).containsExactly("Harbour Pilot");
    assertThat(named("engineer lotsen")).isEmpty();
  }

  @Test
  void twoLettersMayBeWrongAndWhatIsExactComesFirst() {
    add(posting("1", "Bridge Engineer", "Kontor Eins"));
    add(posting("2", "Bridle Maker", "Sattlerei"));
    assertThat(named("bridle")).startsWith("Bridle Maker");
    assertThat(named("enigneer")).containsExactly("Bridge Engineer");
    assertThat(named("satlerie")).containsExactly("Bridle Maker");
    assertThat(named("kontr engneer")).containsExactly("Bridge Engineer");
  }

  @Test
  void aTextOfAPostingDoesNotFindItNorIsAHiddenOneFound() {
    add(saying(posting("1", "Bridge Engineer", "Kontor Eins"), "You know welding."));
    store(hidden("board", posting("2", "Bridge Sweeper", "Kontor Zwei"), "blocklist", "Zwei"));
    assertThat(named("welding")).isEmpty();
    assertThat(named("bridge")).containsExactly("Bridge Engineer");
    assertThat(named("swepeer")).isEmpty();
  }

  @Test
  void whatIsNoWordFindsNothing() {
    add(posting("1", "Bridge Engineer", "Kontor Eins"));
    assertThat(named("\" OR 1=1 --")).isEmpty();
    assertThat(named("*")).isEmpty();
    assertThat(named("bridge\" *) NEAR(")).isEmpty();
    assertThat(named(" ")).isEmpty();
  }
}
