package dev.peregrine.host.surveys;

import dev.peregrine.host.questions.Likeness;
import dev.peregrine.host.resumes.Fold;
import java.util.Comparator;
import java.util.List;

/** Finds what was answered to a question before, and whether it was something else. */
final class Consistency {

  /** From here on two questions ask for nearly the same. */
  private static final double NEARLY_THE_SAME = 0.75;

  private record Like(Answered answered, double likeness) {}

  private Consistency() {}

  static List<Earlier> of(List<Answered> answered, SurveyQuestion question) {
    return answered.stream()
        .filter(each -> each.id() != question.id())
        .map(each -> new Like(each, Likeness.of(question.asked().question(), each.question())))
        .filter(like -> like.likeness() >= Likeness.ENOUGH)
        .sorted(Comparator.comparingDouble(Like::likeness).reversed())
        .map(
            like ->
                new Earlier(
                    like.answered().survey(),
                    like.answered().question(),
                    like.answered().answer(),
                    like.answered().changed(),
                    like.likeness() >= NEARLY_THE_SAME && differs(like.answered(), question)))
        .toList();
  }

  /** In words there are many ways to say the same; of options there is one. */
  private static boolean differs(Answered before, SurveyQuestion question) {
    return question.isAnswered()
        && question.asked().kind() != QuestionKind.TEXT
        && !plain(before.answer()).equals(plain(question.answer()));
  }

  private static String plain(String answer) {
    return Fold.same(answer).replaceAll("[^\\p{L}\\p{N}\\n]+", " ").strip();
  }
}
