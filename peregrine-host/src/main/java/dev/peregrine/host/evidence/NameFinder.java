package dev.peregrine.host.evidence;

import dev.peregrine.host.resumes.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of employers, schools, products and whatever else is written with a capital. */
final class NameFinder implements Finder {

  private static final Set<String> PLAIN = Vocabulary.set("plain-name");
  private static final Set<String> GERMAN_PLAIN = Vocabulary.set("german-plain");
  private static final Set<String> SCHOOL = Vocabulary.set("school-word");
  private static final Set<String> PAST = Vocabulary.set("past");
  private static final Set<String> SKILL_WORD = Vocabulary.set("skill-word");
  private static final Set<String> CERTIFICATE = Vocabulary.set("certificate-word");
  private static final Set<String> DENY = Vocabulary.set("deny");
  private static final Set<String> SPENT =
      Set.of("jahr", "jahre", "jahren", "monate", "monaten", "zeit");
  private static final Set<String> AT = Set.of("at", "joined", "joining", "left", "bei");
  private static final Set<String> CALLED =
      Set.of("firma", "kunde", "kunden", "unternehmen", "konzern", "hochschule", "universitat");
  private static final Set<String> LEGAL =
      Set.of("ag", "gmbh", "kg", "se", "ohg", "gbr", "ug", "inc", "ltd", "llc", "plc", "e.v");
  private static final Set<String> SCHOOL_ENDS = Vocabulary.set("school-end");
  private static final Set<String> JOINS =
      Set.of("of", "the", "and", "&", "de", "la", "van", "von", "der", "fur");
  private static final Pattern WORKED =
      Pattern.compile(
          "(?:worked|working|employed|interned|internship|my (?:time|years|role|work|tenure|position|career)|"
              + "years|joined|promoted|served|meiner zeit|arbeitete|gearbeitet|tatig|angestellt|jahre)"
              + "(?: [\\w-]+){0,5} (?:at|for|with|bei|fur|in)$");

  @Override
  public List<Claim> in(Sentence sentence, Facts facts, Theirs theirs) {
    var claims = new ArrayList<Claim>();
    for (int i = 0; i < sentence.words.size(); i++) {
      int last = sentence.german ? germanRun(sentence, i) : run(sentence, i);
      if (last >= i) {
        claim(sentence, i, last, facts, theirs).ifPresent(claims::add);
        i = last;
      }
    }
    return claims;
  }

  // --- which words are a name

  /** The last word of a name that begins here; less than the first where none does. */
  private static int run(Sentence sentence, int first) {
    if (!isName(sentence, first)) {
      return -1;
    }
    int last = first;
    for (int i = first + 1; i < sentence.words.size() && adjacent(sentence, i); i++) {
      if (isName(sentence, i)) {
        last = i;
      } else if (!JOINS.contains(sentence.words.get(i).folded()) || i > last + 2) {
        break;
      }
    }
    boolean onlyBeginning = first == 0 && last == 0 && !sentence.words.getFirst().looksMade();
    return onlyBeginning ? -1 : last;
  }

  private static boolean isName(Sentence sentence, int i) {
    Word word = sentence.words.get(i);
    boolean capital =
        word.isCapitalised() && !word.written().equals("I") && !word.folded().startsWith("i'");
    return capital || word.looksMade();
  }

  private static boolean adjacent(Sentence sentence, int i) {
    String between =
        sentence.text.substring(sentence.words.get(i - 1).end(), sentence.words.get(i).start());
    return between.isBlank() || between.equals(" & ");
  }

  /** In German every noun has a capital: a name stands after "bei", or looks made, or is two. */
  private static int germanRun(Sentence sentence, int first) {
    Word word = sentence.words.get(first);
    if (word.looksMade() && !word.written().matches("\\p{Lu}+-.*")) {
      return first;
    }
    int last = first;
    while (last + 1 < sentence.words.size()
        && adjacent(sentence, last + 1)
        && sentence.words.get(last + 1).isCapitalised()
        && word.isCapitalised()) {
      last++;
    }
    boolean company =
        last > first
            && sentence.words.subList(first, last + 1).stream()
                .anyMatch(w -> LEGAL.contains(w.folded()));
    boolean named =
        sentence.hasBefore(first, 1, AT)
            || (last > first && sentence.hasBefore(first, 2, AT))
            || (last > first && sentence.hasBefore(first, 1, Set.of("beim")))
            || (last > first
                && sentence.hasBefore(first, 1, Set.of("im"))
                && sentence.clauseHas(first, PAST))
            || (last > first && SCHOOL_ENDS.stream().anyMatch(word.folded()::endsWith))
            || sentence.hasBefore(first, 1, CALLED);
    boolean plain =
        GERMAN_PLAIN.contains(word.folded())
            || PLAIN.contains(word.folded())
            || isPolite(word)
            || word.folded()
                .matches(".*(?:ungen|heiten|keiten|ung|heit|keit|tion|tionen|schaft|schaften)");
    return word.isCapitalised() && (company || (named && !plain)) ? last : -1;
  }

  private static boolean isPolite(Word word) {
    return Set.of("sie", "ihr", "ihre", "ihrer", "ihren", "ihrem", "ihnen", "ihres")
        .contains(word.folded());
  }

  // --- whether it is borne out

  private static Optional<Claim> claim(
      Sentence sentence, int first, int last, Facts facts, Theirs theirs) {
    List<Word> name =
        sentence.words.subList(first, last + 1).stream()
            .filter(word -> !JOINS.contains(word.folded()))
            .toList();
    int from = sentence.words.get(first).start();
    int to = sentence.words.get(last).end();
    boolean worked = workedThere(sentence, first);
    ClaimKind kind = kind(sentence, first, name, worked);
    Optional<Fact> fact = fact(name, facts, first == 0, kind == ClaimKind.EMPLOYER);
    if (fact.isPresent()) {
      return Optional.of(sentence.supported(kind, from, to, fact.get()));
    }
    List<Word> unknown =
        name.stream()
            .filter(word -> kind == ClaimKind.EMPLOYER || !isKnown(word, facts))
            .filter(word -> !isPlain(word))
            .filter(word -> !(first == 0 && word == name.getFirst() && !word.looksMade()))
            .toList();
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    boolean inPosting = unknown.stream().allMatch(theirs::hold);
    boolean addressed = unknown.stream().allMatch(theirs::areCalled);
    Stance stance = sentence.stanceAt(first);
    boolean excused =
        inPosting
            ? !worked && (addressed || !practised(sentence, first, unknown, stance))
            : stance == Stance.THEM || (stance == Stance.WISH && !worked);
    if (excused || (sentence.german && stance == Stance.OPEN && !worked)) {
      return Optional.empty();
    }
    return Optional.of(
        sentence.unsupported(
            kind,
            from,
            to,
            "Your résumé does not name \"%s\". Take it out, or add it there if it is true."
                .formatted(sentence.text.substring(from, to))));
  }

  private static boolean isPlain(Word word) {
    return PLAIN.contains(word.folded()) || Tongues.of(word.folded()).isPresent();
  }

  private static boolean isKnown(Word word, Facts facts) {
    return facts.word(word.folded()).isPresent()
        || !Skills.SHIPPED.in(List.of(word)).isEmpty() // asked for elsewhere
        || (word.folded().indexOf('-') > 0
            && List.of(word.folded().split("-")).stream()
                .allMatch(part -> facts.word(part).isPresent()));
  }

  /** Where all of the name stands in one fact. */
  private static Optional<Fact> fact(
      List<Word> name, Facts facts, boolean begins, boolean employer) {
    List<Word> telling =
        begins && name.size() > 1 && !isKnown(name.getFirst(), facts)
            ? name.subList(1, name.size())
            : name;
    return facts.all().stream()
        .filter(
            known ->
                !employer
                    || !known.group().matches("(?:certificates|awards|publications|skills)/.*"))
        .filter(
            known ->
                telling.stream()
                    .allMatch(
                        word ->
                            known.words().stream()
                                .anyMatch(other -> other.folded().equals(word.folded()))))
        .map(Facts.Known::fact)
        .findFirst();
  }

  private static boolean workedThere(Sentence sentence, int first) {
    int start = sentence.words.get(first).start();
    String before = Fold.same(sentence.text.substring(0, start)).strip();
    before = before.replaceFirst(" (?:the|der|dem|den)$", "");
    boolean spent = sentence.german && before.endsWith(" beim") && sentence.clauseHas(first, SPENT);
    return (spent || WORKED.matcher(before).find())
        && !sentence.clauseHas(first, DENY)
        && !sentence.clauseHas(
            first, Set.of("would", "want", "wurde", "mochte", "hope", "excited"));
  }

  /** A thing with a made name is something to be able to use, unless it is theirs. */
  private static boolean practised(Sentence sentence, int first, List<Word> name, Stance stance) {
    return stance == Stance.CLAIM
        && (name.stream().anyMatch(Word::looksMade) || sentence.hasBefore(first, 4, CERTIFICATE));
  }

  private static ClaimKind kind(Sentence sentence, int first, List<Word> name, boolean worked) {
    if (name.stream()
        .anyMatch(
            word ->
                SCHOOL.contains(word.folded())
                    || SCHOOL_ENDS.stream().anyMatch(word.folded()::endsWith))) {
      return ClaimKind.SCHOOL;
    }
    if (sentence.clauseHas(first, CERTIFICATE)) {
      return ClaimKind.CERTIFICATE;
    }
    boolean at = sentence.hasBefore(first, 1, AT);
    if (worked || (at && sentence.clauseHas(first, PAST))) {
      return ClaimKind.EMPLOYER;
    }
    return sentence.hasBefore(first, 4, SKILL_WORD) ? ClaimKind.SKILL : ClaimKind.NAME;
  }
}
