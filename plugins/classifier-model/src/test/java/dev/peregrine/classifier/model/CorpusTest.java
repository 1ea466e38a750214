package dev.peregrine.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.peregrine.api.mail.MailLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorpusTest {

  @Test
  void everyFileIsNamedInTheList() throws IOException {
    List<String> named = Corpus.resource("corpus/files.txt").strip().lines().toList();

    assertThat(named).containsExactlyElementsOf(names(Path.of("src/main/corpus")));
    assertThat(Corpus.resource("corpus/wordings/files.txt").strip().lines())
        .containsExactlyElementsOf(names(Path.of("src/main/corpus/wordings")));
  }

  @Test
  void everyLabelHasMailsToLearnFrom() {
    Map<MailLabel, Long> counts =
        Corpus.training().stream()
            .collect(Collectors.groupingBy(LabelledMail::label, Collectors.counting()));

    assertThat(counts).containsOnlyKeys(MailLabel.values());
    assertThat(counts.values()).allMatch(count -> count >= 15);
  }

  @Test
  void noMailStandsTwiceOrAlsoAmongThoseThatAreHeldOut() throws IOException {
    var seen = new HashMap<String, String>();
    var twice = new ArrayList<String>();
    for (LabelledMail mail : Corpus.training()) {
      note(seen, twice, mail, "corpus");
    }
    for (LabelledMail mail : Composed.all()) {
      seen.putIfAbsent(text(mail), "wordings");
    }
    for (LabelledMail mail : heldOut()) {
      note(seen, twice, mail, "heldout");
    }
    for (LabelledMail mail : fresh()) {
      note(seen, twice, mail, "fresh");
    }

    assertThat(twice).isEmpty();
  }

  private static void note(
      Map<String, String> seen, List<String> twice, LabelledMail mail, String where) {
    String before = seen.put(text(mail), where);
    if (before != null) {
      twice.add("%s and %s: %s".formatted(before, where, mail.subject()));
    }
  }

  private static String text(LabelledMail mail) {
    return (mail.subject() + mail.body()).replaceAll("\\s+", " ");
  }

  @Test
  void aMailHasALabelASubjectAndABody() {
    String text = "== rejected\nYour application\nDear Ada,\n\nno.\n== digest\n\nJobs\n";

    assertThat(Corpus.read("a.txt", text))
        .containsExactly(
            new LabelledMail(MailLabel.REJECTED, "Your application", "Dear Ada,\n\nno."),
            new LabelledMail(MailLabel.DIGEST, "", "Jobs"));
  }

  @Test
  void aLabelThatNobodyKnowsIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Corpus.read("a.txt", "== perhaps\nHm\n"))
        .withMessage(
            "Labelled mails \"a.txt\": label \"perhaps\", expected a key such as offer_received.");
  }

  static List<LabelledMail> heldOut() throws IOException {
    return mails(Path.of("src/test/heldout"));
  }

  static List<LabelledMail> fresh() throws IOException {
    return mails(Path.of("src/test/fresh"));
  }

  private static List<LabelledMail> mails(Path folder) throws IOException {
    var all = new ArrayList<LabelledMail>();
    for (String name : names(folder)) {
      all.addAll(Corpus.read(name, Files.readString(folder.resolve(name))));
    }
    return all;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".txt") && !name.equals("files.txt"))
          .sorted()
          .toList();
    }
  }
}
