package dev.peregrine.host.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the person says to have done: known kinds of it, and deeds of which nothing is known. */
final class ScopeFinder implements Finder {

  private record Scope(String name, Pattern claims, Pattern evidence) {}

  private static final List<Scope> SCOPES = scopes();
  private static final double HEARD_OF = 0.45;
  private static final Set<String> DEED = Vocabulary.set("deed");
  private static final Set<String> GENERAL = Vocabulary.set("general");

  @Override
  public List<Claim> in(Sentence sentence, Facts facts, Vacancy vacancy) {
    var claims = new ArrayList<Claim>();
    for (Scope scope : SCOPES) {
      Matcher matcher = scope.claims().matcher(sentence.folded);
      if (matcher.find()) {
        claim(scope, matcher, sentence, facts).ifPresent(claims::add);
      }
    }
    if (claims.isEmpty()) {
      unheardOf(sentence, facts).ifPresent(claims::add);
    }
    return claims;
  }

  private static Optional<Claim> claim(
      Scope scope, Matcher matcher, Sentence sentence, Facts facts) {
    int word = sentence.wordAt(matcher.start());
    Stance stance = sentence.stanceAt(word);
    if (stance != Stance.CLAIM && stance != Stance.OPEN) {
      return Optional.empty();
    }
    Optional<Fact> fact =
        facts.all().stream()
            .filter(known -> !known.fact().where().startsWith("languages/"))
            .filter(
                known ->
                    scope
                        .evidence()
                        .matcher(dev.peregrine.host.resumes.Fold.same(known.fact().text()))
                        .find())
            .map(Facts.Known::fact)
            .findFirst();
    return Optional.of(
        fact.map(
                known ->
                    sentence.supported(ClaimKind.EXPERIENCE, matcher.start(), matcher.end(), known))
            .orElseGet(
                () ->
                    sentence.unsupported(
                        ClaimKind.EXPERIENCE,
                        matcher.start(),
                        matcher.end(),
                        "Your résumé says nothing of %s. Take it out, or add it there if it is true."
                            .formatted(scope.name()))));
  }

  /** A deed of which not one telling word is in the résumé. */
  private static Optional<Claim> unheardOf(Sentence sentence, Facts facts) {
    for (int i = 0; i < sentence.words.size(); i++) {
      if (DEED.contains(sentence.words.get(i).folded()) && isMine(sentence, i)) {
        List<Word> about = about(sentence, i);
        long known = about.stream().filter(w -> facts.stem(w.stem()).isPresent()).count();
        boolean heardOf = about.size() < 2 || known >= about.size() * HEARD_OF;
        if (!heardOf) {
          int from = sentence.words.get(i).start();
          return Optional.of(
              sentence.unsupported(
                  ClaimKind.EXPERIENCE,
                  from,
                  about.getLast().end(),
                  "Nothing in your résumé speaks of this. Take it out, or add it there if it is"
                      + " true."));
        }
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isMine(Sentence sentence, int i) {
    return sentence.stanceAt(i) == Stance.CLAIM
        && (i == 0 || sentence.hasBefore(i, 3, Set.of("i", "ich", "we", "wir", "have", "habe")));
  }

  private static List<Word> about(Sentence sentence, int deed) {
    return sentence.words.stream()
        .skip(deed + 1L)
        .filter(word -> sentence.sameClause(deed, sentence.words.indexOf(word)))
        .filter(word -> word.folded().length() > 3 && !GENERAL.contains(word.folded()))
        .toList();
  }

  // --- the table

  private static List<Scope> scopes() {
    try (InputStream file = ScopeFinder.class.getResourceAsStream("/evidence/scopes.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\|"))
          .map(parts -> new Scope(parts[0].strip(), pattern(parts[1]), pattern(parts[2])))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Pattern pattern(String phrases) {
    return Pattern.compile(
        Stream.of(phrases.split(";"))
            .map(String::strip)
            .filter(phrase -> !phrase.isEmpty())
            .map(ScopeFinder::phrase)
            .collect(Collectors.joining("|")));
  }

  private static String phrase(String phrase) {
    return Stream.of(phrase.split(" "))
        .map(
            word ->
                (word.startsWith("*") ? "" : "(?<![\\p{L}])")
                    + Pattern.quote(word.replace("*", ""))
                    + (word.endsWith("*") ? "\\p{L}*" : "(?![\\p{L}])"))
        .collect(Collectors.joining("(?:\\W+[\\p{L}\\p{N}-]+){0,3}?\\W+"));
  }
}
