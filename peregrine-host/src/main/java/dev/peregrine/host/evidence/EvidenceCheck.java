package dev.peregrine.host.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Holds a letter or a line of a résumé against what the résumé says. Works without a language model
 * and always answers the same. It looks for names, dates, numbers, degrees, titles, skills,
 * certificates, languages and some kinds of deed; what a sentence says beyond these it cannot
 * judge, so "nothing was found" does not mean that all is true.
 *
 * <p>English and German are understood; of other languages it sees names, numbers, years and
 * skills.
 */
public final class EvidenceCheck {

  private static final List<Finder> FINDERS =
      List.of(
          new CertificateFinder(),
          new LanguageFinder(),
          new DegreeFinder(),
          new SkillFinder(),
          new NumberFinder(),
          new TitleFinder(),
          new ScopeFinder(),
          new NameFinder(),
          new GapFinder());

  private EvidenceCheck() {}

  /**
   * Checks a text.
   *
   * @param text of a letter from the salutation to the closing, or one line of a résumé
   * @param vacancy what it answers to
   */
  public static CheckedText check(String text, Facts facts, Vacancy vacancy, Form form) {
    var theirs = new Theirs(vacancy);
    return new CheckedText(
        text,
        Sentences.of(text, form, theirs).stream()
            .map(sentence -> checked(sentence, facts, theirs))
            .toList());
  }

  /** Whether a text is German rather than English. */
  public static boolean isGerman(String text) {
    return Sentences.isGerman(text);
  }

  private static CheckedSentence checked(Sentence sentence, Facts facts, Theirs theirs) {
    var claims = new ArrayList<Claim>();
    FINDERS.stream()
        .flatMap(finder -> finder.in(sentence, facts, theirs).stream())
        .sorted(Comparator.comparing(Claim::isSupported)) // a doubt outweighs what overlaps it
        .filter(claim -> claims.stream().noneMatch(other -> overlap(claim, other)))
        .forEachOrdered(claims::add);
    claims.sort(Comparator.comparingInt(Claim::start));
    return new CheckedSentence(sentence.start, sentence.end, sentence.text, claims);
  }

  private static boolean overlap(Claim one, Claim other) {
    return other.start() < one.end() && one.start() < other.end();
  }
}
