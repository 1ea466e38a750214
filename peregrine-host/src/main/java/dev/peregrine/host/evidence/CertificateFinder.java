package dev.peregrine.host.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Certificates and licences. */
final class CertificateFinder implements Finder {

  private static final Set<String> WORD = Vocabulary.set("certificate-word");
  private static final Set<String> PLAIN = Vocabulary.set("plain-name");
  private static final Set<String> QUALIFIED =
      Set.of(
          "qualified",
          "registered",
          "examiniert",
          "examinierte",
          "gepruft",
          "geprufte",
          "staatlich");
  private static final Pattern EARNED =
      Pattern.compile(
          "\\b(?:completed|passed|obtained|earned|gained)(?: (?:the|a|an|my|their))?"
              + " (?<name>\\p{Lu}[\\p{L}\\p{N}-]*(?:(?: (?:for|in|of|and))? \\p{Lu}[\\p{L}\\p{N}-]*)+)");
  private static final Pattern NAME =
      Pattern.compile(
          Vocabulary.list("certificate-name").stream()
              .map(Pattern::quote)
              .collect(Collectors.joining("|", "(?<![\\p{L}])(?:", ")(?![\\p{L}])")));
  private static final Set<String> SMALL =
      Set.of(
          "a",
          "an",
          "the",
          "in",
          "as",
          "of",
          "my",
          "i",
          "am",
          "have",
          "hold",
          "also",
          "and",
          "ein",
          "eine",
          "als",
          "bin",
          "ich",
          "habe",
          "mein",
          "meine",
          "for",
          "by",
          "with",
          "level",
          "professional",
          "practitioner",
          "associate",
          "fully",
          "officially");
  private static final int REACH = 3;

  @Override
  public List<Claim> in(Sentence sentence, Facts facts, Theirs theirs) {
    var claims = new ArrayList<Claim>();
    Matcher name = NAME.matcher(sentence.folded);
    while (name.find()) {
      int word = sentence.wordAt(name.start());
      if (sentence.stanceAt(word) == Stance.CLAIM || sentence.stanceAt(word) == Stance.OPEN) {
        claims.add(named(sentence, name, facts));
      }
    }
    if (claims.isEmpty()) {
      earned(sentence, facts).ifPresent(claims::add);
    }
    for (int i = 0; i < sentence.words.size() && claims.isEmpty(); i++) {
      if (WORD.contains(sentence.words.get(i).folded()) && sentence.stanceAt(i) == Stance.CLAIM) {
        certified(sentence, i, facts).ifPresent(claims::add);
      }
    }
    return claims;
  }

  /** "I completed the NPQ for Senior Leadership": a name after such a verb must be known whole. */
  private static Optional<Claim> earned(Sentence sentence, Facts facts) {
    Matcher matcher = EARNED.matcher(sentence.text);
    if (!matcher.find()
        || sentence.stanceAt(sentence.wordAt(matcher.start("name"))) != Stance.CLAIM) {
      return Optional.empty();
    }
    List<Word> name = Word.of(matcher.group("name")).stream().filter(Word::isCapitalised).toList();
    boolean known =
        facts.all().stream().anyMatch(fact -> name.stream().allMatch(word -> isIn(fact, word)));
    return known
        ? Optional.empty()
        : Optional.of(
            sentence.unsupported(
                ClaimKind.CERTIFICATE,
                matcher.start("name"),
                matcher.end("name"),
                why(matcher.group("name"))));
  }

  private static Claim named(Sentence sentence, Matcher name, Facts facts) {
    List<Word> words = Word.of(name.group());
    Optional<Fact> fact =
        facts.all().stream()
            .filter(known -> words.stream().allMatch(word -> isIn(known, word)))
            .map(Facts.Known::fact)
            .findFirst();
    return fact.map(
            known -> sentence.supported(ClaimKind.CERTIFICATE, name.start(), name.end(), known))
        .orElseGet(
            () ->
                sentence.unsupported(
                    ClaimKind.CERTIFICATE, name.start(), name.end(), why(name.group())));
  }

  /** "Certified in wound care": what stands around the word must be among the certificates. */
  private static Optional<Claim> certified(Sentence sentence, int at, Facts facts) {
    Word word = sentence.words.get(at);
    boolean suited =
        at + 1 < sentence.words.size()
            && Set.of("for", "to", "fur").contains(sentence.words.get(at + 1).folded());
    List<Word> around = suited ? List.of() : around(sentence, at);
    if (around.isEmpty()) {
      return Optional.empty();
    }
    Optional<Fact> fact =
        Stream.concat(
                facts.certificates().stream(),
                Stream.concat(
                    QUALIFIED.contains(word.folded()) ? facts.titles().stream() : Stream.of(),
                    facts.all().stream()
                        .filter(
                            known ->
                                known.words().stream().anyMatch(w -> isCertified(w.folded())))))
            .filter(known -> bearsOut(known, around, sentence.german))
            .map(Facts.Known::fact)
            .findFirst();
    return Optional.of(
        fact.map(
                known -> sentence.supported(ClaimKind.CERTIFICATE, word.start(), word.end(), known))
            .orElseGet(
                () ->
                    sentence.unsupported(
                        ClaimKind.CERTIFICATE,
                        Math.min(word.start(), around.getFirst().start()),
                        Math.max(word.end(), around.getLast().end()),
                        why(word.written()))));
  }

  private static List<Word> around(Sentence sentence, int at) {
    var around = new ArrayList<Word>();
    for (int i = Math.max(0, at - REACH);
        i <= Math.min(sentence.words.size() - 1, at + REACH);
        i++) {
      Word word = sentence.words.get(i);
      boolean tells =
          !WORD.contains(word.folded())
              && !SMALL.contains(word.folded())
              && word.folded().length() > 2
              && !Character.isDigit(word.folded().charAt(0));
      if (tells && sentence.sameClause(i, at)) {
        around.add(word);
      }
    }
    return around;
  }

  /** Something of it must be there, and of its name everything. */
  private static boolean bearsOut(Facts.Known known, List<Word> around, boolean german) {
    List<Word> named =
        around.stream()
            .filter(w -> w.isCapitalised() && w.start() > 0 && !PLAIN.contains(w.folded()))
            .toList();
    List<Word> all = named.isEmpty() ? around : named;
    if (german && named.size() < 3) { // every noun has a capital there
      return all.stream()
          .max(Comparator.comparingInt(w -> w.folded().length()))
          .filter(w -> isIn(known, w))
          .isPresent();
    }
    return named.isEmpty()
        ? all.stream().anyMatch(w -> known.stems().contains(w.stem()))
        : all.stream().allMatch(w -> isIn(known, w));
  }

  private static boolean isIn(Facts.Known known, Word word) {
    return known.stems().contains(word.stem())
        || known.words().stream().anyMatch(other -> other.folded().contains(word.folded()));
  }

  private static boolean isCertified(String word) {
    return word.startsWith("certif")
        || word.startsWith("zertif")
        || word.startsWith("licen")
        || word.startsWith("accredit")
        || word.startsWith("charter")
        || word.startsWith("approb")
        || word.startsWith("staatlich")
        || word.startsWith("exam")
        || word.startsWith("register")
        || word.startsWith("qualif")
        || word.startsWith("gepruft")
        || word.startsWith("pruf");
  }

  private static String why(String what) {
    return "Your résumé has no such certificate (\"%s\"). Take it out, or add it there if it is true."
        .formatted(what);
  }
}
