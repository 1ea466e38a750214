package dev.peregrine.host.evidence;

import dev.peregrine.host.resumes.Fold;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the person says to have done: known kinds of it, and deeds of which nothing is known. */
final class ScopeFinder implements Finder {

  private record Scope(String name, boolean single, Pattern claims, Pattern evidence) {

    /** A prize is not borne out by another one: something else must be the same. */
    boolean bornOut(Sentence sentence, Facts.Known known) {
      if (!evidence.matcher(Fold.same(known.fact().text())).find()) {
        return false;
      }
      Set<String> about =
          sentence.words.stream()
              .filter(word -> word.folded().length() > 3 && !GENERAL.contains(word.folded()))
              .filter(word -> !evidence.matcher(word.folded()).find())
              .filter(word -> !claims.matcher(word.folded()).find())
              .map(Word::stem)
              .collect(Collectors.toSet());
      return !single || about.size() < TELLING || Stem.common(about, known.stems()) > 0;
    }
  }

  private static final int TELLING = 3;
  private static final Set<String> SUBJECT = Set.of("i", "ich", "we", "wir", "have", "habe");

  private static final List<Scope> SCOPES = scopes();
  private static final double HEARD_OF = 0.45;
  private static final Set<String> DEED = Vocabulary.set("deed");
  private static final Set<String> GENERAL = Vocabulary.set("general");

  @Override
  public List<Claim> in(Sentence sentence, Facts facts, Theirs theirs) {
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
            .filter(known -> scope.bornOut(sentence, known))
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
                  Math.min(from, about.getFirst().start()),
                  Math.max(about.getLast().end(), sentence.words.get(i).end()),
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
        && (i == 0
            || sentence.hasBefore(i, 3, SUBJECT)
            || (sentence.german && sentence.clauseHas(i, SUBJECT)));
  }

  /** In German the deed may come last: "habe ich den Umzug geleitet". */
  private static List<Word> about(Sentence sentence, int deed) {
    List<Word> after = telling(sentence, deed, deed + 1);
    return after.size() < 2 && sentence.german ? telling(sentence, deed, 0) : after;
  }

  private static List<Word> telling(Sentence sentence, int deed, int from) {
    return IntStream.range(from, sentence.words.size())
        .filter(i -> i != deed && sentence.sameClause(deed, i))
        .mapToObj(sentence.words::get)
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
          .map(ScopeFinder::scope)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Scope scope(String[] parts) {
    String name = parts[0].strip();
    boolean single = name.startsWith("!");
    return new Scope(
        single ? name.substring(1).strip() : name, single, pattern(parts[1]), pattern(parts[2]));
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
