package dev.peregrine.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

class BeginningsTest {

  @Test
  void aPatternBeginsWithOneOfItsWords() {
    assertThat(Beginnings.ofMatches("\\b(regret (to|that)|unfortunately)\\b"))
        .hasValue(List.of("regre", "unfor"));
    assertThat(Beginnings.ofMatches("\\bre-?schedul\\w+|\\b(jobs?|roles)\\b"))
        .hasValue(List.of("re", "job", "roles"));
    assertThat(Beginnings.ofMatches("\\b(the )?offer\\b")).isEqualTo(Optional.empty());
    assertThat(Beginnings.ofMatches("\\d{2} offers")).isEqualTo(Optional.empty());
  }

  @Test
  void noRuleIsSparedThatWouldBeFound() throws IOException {
    var mails = new ArrayList<>(Corpus.training());
    mails.addAll(CorpusTest.heldOut());
    for (LabelledMail labelled : mails) {
      MailText mail = MailText.of(labelled);
      var words = Beginnings.of(mail.plainBody());
      for (Rule rule : Rules.shipped().all()) {
        Matcher found = rule.pattern().matcher(mail.plainBody());
        if (rule.beginnings().isPresent() && found.find()) {
          assertThat(rule.places(words)).as(rule.toString()).contains(found.start());
        }
      }
    }
  }

  @Test
  void mostRulesAreSpared() {
    assertThat(Rules.shipped().all())
        .filteredOn(rule -> rule.beginnings().isPresent())
        .hasSizeGreaterThan(Rules.shipped().all().size() / 2);
  }
}
