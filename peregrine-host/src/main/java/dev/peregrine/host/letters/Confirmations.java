package dev.peregrine.host.letters;

import dev.peregrine.host.evidence.CheckedSentence;
import dev.peregrine.host.evidence.CheckedText;
import dev.peregrine.host.evidence.Claim;
import dev.peregrine.host.evidence.Fact;
import dev.peregrine.host.resumes.Fold;
import dev.peregrine.host.scoring.Resume;
import java.util.List;
import java.util.Optional;

/**
 * What the person said is true although no rule could see it, and had added to their résumé. It
 * counts as long as the words still stand in that résumé.
 */
record Confirmations(Resume resume, List<ConfirmationMapper.Row> rows) {

  static ConfirmationMapper.Row row(Claim claim, CheckedSentence sentence, String added) {
    return new ConfirmationMapper.Row(claim.kind().name(), words(claim, sentence), added.strip());
  }

  /** "40 %" is true of one thing and not of another: the sentence counts, too. */
  private static String words(Claim claim, CheckedSentence sentence) {
    return Fold.same(claim.text()) + " | " + Fold.same(sentence.text());
  }

  CheckedText applied(CheckedText checked) {
    return rows.isEmpty()
        ? checked
        : new CheckedText(checked.text(), checked.sentences().stream().map(this::applied).toList());
  }

  private CheckedSentence applied(CheckedSentence sentence) {
    return new CheckedSentence(
        sentence.start(),
        sentence.end(),
        sentence.text(),
        sentence.claims().stream().map(claim -> applied(claim, sentence)).toList());
  }

  private Claim applied(Claim claim, CheckedSentence sentence) {
    if (claim.isSupported()) {
      return claim;
    }
    String words = words(claim, sentence);
    return rows.stream()
        .filter(row -> row.kind().equals(claim.kind().name()) && row.words().equals(words))
        .filter(row -> Fold.same(resume.text()).contains(Fold.same(row.added())))
        .findFirst()
        .map(row -> borneOut(claim, row.added()))
        .orElse(claim);
  }

  private static Claim borneOut(Claim claim, String added) {
    return new Claim(
        claim.kind(),
        claim.start(),
        claim.end(),
        claim.text(),
        Optional.of(new Fact(added, "")),
        "");
  }
}
