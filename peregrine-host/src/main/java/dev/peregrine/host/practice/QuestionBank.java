package dev.peregrine.host.practice;

import dev.peregrine.host.rounds.RoundKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The questions that come with the program: those of interviewers, and those to ask them. */
public final class QuestionBank {

  private static final String GENERAL = "general";
  private static final List<String> FAMILIES =
      List.of(
          "engineering",
          "data",
          "design",
          "product",
          "leading",
          "selling",
          "office",
          "care",
          "making");

  /** The one there is. */
  public static final QuestionBank SHIPPED = new QuestionBank();

  private final Map<String, BankQuestion> questions = new LinkedHashMap<>();
  private final Map<String, QuestionFile> families = new LinkedHashMap<>();
  private final List<BankQuestion> toAsk = QuestionFile.read("ask-them").questions();

  /** A question to ask them, and the word of what it is about. */
  public record ToAsk(String about, String question) {}

  private QuestionBank() {
    add(QuestionFile.read(GENERAL));
    for (String family : FAMILIES) {
      QuestionFile file = QuestionFile.read(family);
      families.put(family, file);
      add(file);
    }
  }

  private void add(QuestionFile file) {
    for (BankQuestion question : file.questions()) {
      if (questions.putIfAbsent(question.id(), question) != null) {
        throw new IllegalStateException(
            "Two questions are called \"%s\", expected one.".formatted(question.id()));
      }
    }
  }

  /** The languages in which questions are there. */
  public List<Locale> languages() {
    return BankQuestion.LANGUAGES;
  }

  /** How many an interviewer may ask. */
  public int size() {
    return questions.size();
  }

  List<BankQuestion> all() {
    return List.copyOf(questions.values());
  }

  Optional<BankQuestion> find(String id) {
    return Optional.ofNullable(questions.get(id));
  }

  /** The occupations that a job's title speaks of. */
  Set<String> families(String title) {
    return families.entrySet().stream()
        .filter(entry -> entry.getValue().titles().stream().anyMatch(p -> p.matcher(title).find()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  List<BankQuestion> toAsk() {
    return toAsk;
  }

  /**
   * What a person may ask in a round of that kind, in the order of the file: what is said of all
   * kinds comes first.
   */
  public List<ToAsk> toAsk(RoundKind kind, Locale language) {
    return toAsk.stream()
        .filter(question -> question.isFor(kind))
        .map(question -> new ToAsk(question.theme(), question.in(language)))
        .toList();
  }
}
