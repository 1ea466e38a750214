package dev.peregrine.host.evidence;

import dev.peregrine.host.resumes.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sentence as the finders of claims look at it. */
final class Sentence {

  private static final Set<String> SELF = Vocabulary.set("self");
  private static final Set<String> THEM = Vocabulary.set("them");
  private static final Set<String> WISH = Vocabulary.set("wish");
  private static final Set<String> DENY = Vocabulary.set("deny");
  private static final Set<String> BRING = Vocabulary.set("bring");
  private static final Set<String> DEED = Vocabulary.set("deed");
  private static final Set<String> AUXILIARY =
      Set.of(
          "am", "have", "would", "will", "hope", "could", "bin", "habe", "freue", "kann", "want");
  private static final Set<String> TURN =
      Set.of("but", "while", "although", "though", "whereas", "aber", "obwohl", "wahrend", "doch");

  /** "He" and "you" are one word in German but for the capital. */
  private static final Set<String> POLITE =
      Set.of("sie", "ihr", "ihre", "ihrer", "ihren", "ihrem", "ihnen");

  private static final Pattern OWN =
      Pattern.compile(
          "\\b(?:my|mein\\w*)\\b(?:\\W+[\\w-]+){0,4}?\\W+"
              + "(?:experience|expertise|knowledge|skills?|background|career|years|track record|"
              + "erfahrung\\w*|kenntnisse\\w*|fahigkeit\\w*|wissen)");
  private static final Set<String> DOTTED =
      Set.of("wurde", "wurden", "musste", "mussten", "ware", "kame", "mochte", "wunschte");
  private static final int REACH = 4;

  final String text;
  final int start;
  final int end;
  final List<Word> words;
  final String folded;
  final boolean german;
  private final Theirs theirs;
  private final List<Integer> clauses = new ArrayList<>();
  private final List<Stance> stances = new ArrayList<>();

  /**
   * @param whole the text in which the sentence stands
   * @param form of the text
   */
  Sentence(String whole, int start, int end, Form form, boolean german, Theirs theirs) {
    this.text = whole.substring(start, end);
    this.start = start;
    this.end = end;
    this.german = german;
    this.theirs = theirs;
    this.folded = Fold.same(text);
    this.words = Word.of(text);
    readClauses(form);
  }

  private void readClauses(Form form) {
    int clause = 0;
    for (int i = 0; i < words.size(); i++) {
      if (i > 0 && isTurn(i)) {
        clause++;
      }
      clauses.add(clause);
    }
    boolean self = form == Form.BULLET || words.stream().anyMatch(word -> isSelf(word));
    boolean deed = !words.isEmpty() && DEED.contains(words.getFirst().folded());
    Stance before = self || deed ? Stance.CLAIM : hasThem(words) ? Stance.THEM : Stance.OPEN;
    for (int c = 0; c <= clause; c++) {
      Stance first = c == 0 && form == Form.LETTER ? firstSaid(clause, before) : before;
      before = stance(wordsOf(c), first);
      stances.add(before);
    }
  }

  /** A list at the beginning has its verb in a clause that follows. */
  private Stance firstSaid(int last, Stance otherwise) {
    if (last > 0 && !words.isEmpty() && isListed(wordsOf(0))) {
      Stance next = stance(wordsOf(1), otherwise);
      return next == Stance.WISH ? next : otherwise;
    }
    return otherwise;
  }

  private boolean isListed(List<Word> clause) {
    return clause.size() <= 3
        && clause.stream().allMatch(word -> word.isCapitalised() && !isPerson(word));
  }

  private boolean isTurn(int i) {
    String between = text.substring(words.get(i - 1).end(), words.get(i).start());
    boolean mark = between.chars().anyMatch(c -> ",;:()".indexOf(c) >= 0);
    boolean dash = between.contains(" – ") || between.contains("—") || between.contains(" - ");
    boolean newSubject =
        i + 1 < words.size()
            && Set.of("and", "und", "or").contains(words.get(i).folded())
            && (isPerson(words.get(i + 1)) || AUXILIARY.contains(words.get(i + 1).folded()));
    return mark || dash || newSubject || TURN.contains(words.get(i).folded());
  }

  private boolean isPerson(Word word) {
    return isSelf(word) || isThem(word);
  }

  private boolean isSelf(Word word) {
    return SELF.contains(word.folded())
        && !(word.folded().equals("i") && word.written().equals("i"));
  }

  private boolean isThem(Word word) {
    return THEM.contains(word.folded())
        && (!POLITE.contains(word.folded()) || word.isCapitalised());
  }

  private boolean hasThem(List<Word> some) {
    return some.stream().anyMatch(this::isThem) || isAboutCompany(some);
  }

  /** Whether the other side is named anywhere in it. */
  boolean speaksOfThem() {
    return hasThem(words);
  }

  private boolean isAboutCompany(List<Word> some) {
    return some.stream().anyMatch(theirs::isCompany);
  }

  private List<Word> wordsOf(int clause) {
    var some = new ArrayList<Word>();
    for (int i = 0; i < words.size(); i++) {
      if (clauses.get(i) == clause) {
        some.add(words.get(i));
      }
    }
    return some;
  }

  private Stance stance(List<Word> clause, Stance before) {
    if (clause.isEmpty()) {
      return before;
    }
    String said = folded.substring(clause.getFirst().start(), clause.getLast().end());
    boolean brings = OWN.matcher(said).find() || has(clause, BRING);
    boolean byName =
        said.contains("names to me")
            || said.contains("name to me")
            || said.contains("dem namen nach");
    if (byName) {
      return Stance.WISH;
    }
    if (has(clause, DENY) && !said.contains("not only") && !said.contains("nicht nur")) {
      return Stance.WISH;
    }
    if (clause.stream().anyMatch(Sentence::isWish) && !brings) {
      return Stance.WISH;
    }
    if (clause.stream().anyMatch(this::isSelf)) {
      return Stance.CLAIM;
    }
    if (hasThem(clause)) {
      return Stance.THEM;
    }
    return DEED.contains(clause.getFirst().folded()) ? Stance.CLAIM : before;
  }

  /** In German only two dots tell "would" from "was". */
  private static boolean isWish(Word word) {
    boolean dots = word.written().codePoints().anyMatch(c -> c == 'ü' || c == 'ä' || c == 'ö');
    return WISH.contains(word.folded()) && (dots || !DOTTED.contains(word.folded()));
  }

  private static boolean has(List<Word> clause, Set<String> list) {
    return clause.stream().anyMatch(word -> list.contains(word.folded()));
  }

  /** How the clause of a word speaks, and whether the word is governed by "your". */
  Stance stanceAt(int word) {
    for (int i = word - 1; i >= Math.max(0, word - REACH) && sameClause(i, word); i--) {
      if (isSelf(words.get(i)) || DEED.contains(words.get(i).folded())) {
        break;
      }
      if (isThem(words.get(i)) || isCompanyPossessive(i)) {
        return Stance.THEM;
      }
    }
    return stances.get(clauses.get(word));
  }

  private boolean isCompanyPossessive(int i) {
    return isAboutCompany(List.of(words.get(i)))
        && text.startsWith("s", Math.min(text.length() - 1, words.get(i).end() + 1))
        && text.substring(words.get(i).end()).startsWith("'");
  }

  boolean sameClause(int one, int other) {
    return clauses.get(one).equals(clauses.get(other));
  }

  /** The word in which, or after which, a place of the sentence lies. */
  int wordAt(int place) {
    int last = 0;
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).start() <= place) {
        last = i;
      }
    }
    return last;
  }

  /** The words of the list before a word, in its clause; the place after the last word counts. */
  boolean hasBefore(int word, int reach, Set<String> list) {
    int clause = Math.min(word, words.size() - 1);
    for (int i = word - 1; i >= Math.max(0, word - reach) && sameClause(i, clause); i--) {
      if (list.contains(words.get(i).folded())) {
        return true;
      }
    }
    return false;
  }

  List<Word> clauseOf(int word) {
    return wordsOf(clauses.get(word));
  }

  /** Whether any word of the list stands in the clause of a word. */
  boolean clauseHas(int word, Set<String> list) {
    return has(wordsOf(clauses.get(word)), list);
  }

  /** The stems of the telling words. */
  Set<String> about() {
    return words.stream()
        .filter(word -> word.folded().length() > 3)
        .map(Word::stem)
        .collect(Collectors.toSet());
  }

  Claim supported(ClaimKind kind, int from, int to, Fact fact) {
    return new Claim(
        kind, start + from, start + to, text.substring(from, to), Optional.of(fact), "");
  }

  Claim unsupported(ClaimKind kind, int from, int to, String why) {
    return new Claim(
        kind, start + from, start + to, text.substring(from, to), Optional.empty(), why);
  }
}
